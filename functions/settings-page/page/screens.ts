import type { FunctionComponent } from 'preact';
import lazy from 'preact-iso/lazy';
import { NotLoaded } from './not-loaded.tsx';

/** A screen whose script is fetched when it is first wanted; where that fails, it says so and what to do. */
const screen = (load: () => Promise<FunctionComponent>) =>
  lazy(async () => load().catch(() => NotLoaded));

export const NewConnectorScreen = screen(async () =>
  import('./draft/form-screens.ts').then((it) => it.NewConnectorScreen),
);
export const ChangeFieldScreen = screen(async () =>
  import('./draft/form-screens.ts').then((it) => it.ChangeFieldScreen),
);
export const RotateKeyScreen = screen(async () =>
  import('./draft/form-screens.ts').then((it) => it.RotateKeyScreen),
);
export const ConnectorScreen = screen(async () =>
  import('./connector/connector-screen.tsx').then((it) => it.ConnectorScreen),
);
export const GuideScreen = screen(async () =>
  import('./guide/guide-screen.tsx').then((it) => it.GuideScreen),
);

/** Fetches the script of the screen at an address below the page's folder, if it has one of its own. */
export async function preloadScreen(path: string): Promise<void> {
  if (path.startsWith('/connectors/new')) await NewConnectorScreen.preload();
  else if (path.endsWith('/field')) await ChangeFieldScreen.preload();
  else if (path.endsWith('/key')) await RotateKeyScreen.preload();
  else if (path.startsWith('/connectors/')) await ConnectorScreen.preload();
  else if (path.startsWith('/guide')) await GuideScreen.preload();
}
