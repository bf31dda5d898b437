import { render } from 'preact';
import { apiClient } from './api/client.ts';
import { folderOf, readConfig } from './api/config.ts';
import { App } from './app.tsx';
import { preloadScreen } from './screens.ts';
import { CannotBegin } from './sign-in/cannot-begin.tsx';
import { openSession } from './sign-in/session.ts';
import './style/page.css';

const root = document.querySelector('#app');
if (root) await begin(root);

/** The issuer has led back here. What the page needs to know before it can show anything of a workspace: whose it is. */
async function begin(app: Element): Promise<void> {
  const config = readConfig();
  const base = folderOf(config);
  const session = openSession(config);
  const screen = preloadScreen(session.at.slice(base.length));
  try {
    await session.begin();
    const api = apiClient(config, session);
    const [{ data: caller }] = await Promise.all([api.GET('/list-connectors/caller'), screen]);
    if (!caller) throw new Error('The service did not say who is asking.');
    // The shell's heading has done its work. Preact keeps what a screen that is still loading does not replace.
    app.replaceChildren();
    render(<App config={config} base={base} session={session} api={api} caller={caller} />, app);
  } catch (failure) {
    render(<CannotBegin failure={failure} signInAgain={async () => session.signInAgain()} />, app);
  }
}
