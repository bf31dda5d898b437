import { render } from 'preact';
import { apiClient } from './api/client.ts';
import { basePath, readConfig } from './api/config.ts';
import { App } from './app.tsx';
import { CannotBegin } from './sign-in/cannot-begin.tsx';
import { openSession, type Session } from './sign-in/session.ts';
import './style/page.css';

const root = document.querySelector('#app');
if (root) await begin(root);

/** What the page needs to know before it can show anything of a workspace: whose it is. */
async function begin(app: Element): Promise<void> {
  const base = basePath();
  let session: Session | undefined;
  try {
    const config = await readConfig();
    session = openSession(config, base);
    await session.begin();
    const api = apiClient(config, session);
    const { data: caller } = await api.GET('/list-connectors/caller');
    if (!caller) throw new Error('The service did not say who is asking.');
    // The shell's heading has done its work. Preact keeps what a screen that is still loading does not replace.
    app.replaceChildren();
    render(<App config={config} base={base} session={session} api={api} caller={caller} />, app);
  } catch (failure) {
    render(<CannotBegin failure={failure} session={session} />, app);
  }
}
