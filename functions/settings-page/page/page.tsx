import { render } from 'preact';
import { apiClient, type Send } from './api/client.ts';
import { App } from './app.tsx';
import type { InPage } from './in-page.ts';
import { preloadScreen } from './screens.ts';
import { CannotBegin } from './sign-in/cannot-begin.tsx';
import type { Session } from './sign-in/session.ts';

/** Shows who is signed in what is at the address. First it has to know whose workspace that is. */
export async function showPage({
  config,
  base,
  session,
  send,
}: Pick<InPage, 'config' | 'base' | 'session'> & { send: Send }): Promise<void> {
  const screen = preloadScreen(session.at.slice(base.length));
  try {
    const api = apiClient(send);
    const [{ data: caller }] = await Promise.all([api.GET('/list-connectors/caller'), screen]);
    if (!caller) throw new Error('The service did not say who is asking.');
    const app = emptied();
    render(<App config={config} base={base} session={session} api={api} caller={caller} />, app);
  } catch (failure) {
    showFailure(failure, session);
  }
}

export function showFailure(failure: unknown, session: Session): void {
  const again = async () => session.signInAgain();
  render(<CannotBegin failure={failure} signInAgain={again} />, emptied());
}

/** The shell's heading has done its work. Preact keeps what a screen that is still loading does not replace. */
function emptied(): Element {
  const app = document.querySelector('#app');
  if (!app) throw new Error('The HTML has no place for the page.');
  app.replaceChildren();
  return app;
}
