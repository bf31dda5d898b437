import { withAhead } from './api/ahead.ts';
import { authorized } from './api/authorized.ts';
import { folderOf, readConfig } from './api/config.ts';
import { callsAhead } from './calls-ahead.ts';
import { endWaiting } from './shell/end-waiting.ts';
import { openSession } from './sign-in/session.ts';

/**
 * The issuer has led back here. What he sent along is redeemed first, and while that is under way the page itself is
 * read; then the first questions are asked, and answered while it is drawn.
 */
const config = readConfig();
const base = folderOf(config);
const session = openSession(config);
const { begin, send } = withAhead(authorized(config, session));
/** By then the screen has what it asked for. */
const quietMs = 1_500;
const page = import('./page.tsx');
page.catch(() => undefined); // told below, when it is wanted

session
  .begin()
  .then(
    async () => {
      begin(['/list-connectors/caller', ...callsAhead(session.at.slice(base.length))]);
      await (await page).showPage({ config, base, session, send });
      setTimeout(fetchTheRest, quietMs);
    },
    async (failure: unknown) => {
      (await page).showFailure(failure, session);
    },
  )
  .catch(sayNotLoaded);

interface Shell {
  notLoaded: string;
  later: string[];
}

const shell = (): Shell => JSON.parse(document.querySelector('#shell')?.textContent ?? '') as Shell;

/** While nobody waits: the next screen opens at once then, without a network, and though a newer page was deployed meanwhile. */
function fetchTheRest(): void {
  document.head.append(
    ...shell().later.map((href) =>
      Object.assign(document.createElement('link'), { rel: 'prefetch', as: 'script', href }),
    ),
  );
}

/** The page could not be fetched: what stands in the HTML is all that there is to say it with. */
function sayNotLoaded(): void {
  const lead = document.querySelector<HTMLElement>('.lead');
  if (!lead) return;
  endWaiting();
  lead.hidden = false;
  lead.textContent = shell().notLoaded;
}
