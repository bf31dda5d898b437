import { withAhead } from './api/ahead.ts';
import { authorized } from './api/authorized.ts';
import { folderOf, readConfig } from './api/config.ts';
import { callsAhead } from './calls-ahead.ts';
import { openSession } from './sign-in/session.ts';

/**
 * The issuer has led back here. What he sent along is redeemed first, and while that is under way the page itself is
 * read; then the first questions are asked, and answered while it is drawn.
 */
const config = readConfig();
const base = folderOf(config);
const session = openSession(config);
const { begin, send } = withAhead(authorized(config, session));
const page = import('./page.tsx');
page.catch(() => undefined); // told below, when it is wanted

session
  .begin()
  .then(
    async () => {
      begin(['/list-connectors/caller', ...callsAhead(session.at.slice(base.length))]);
      await (await page).showPage({ config, base, session, send });
    },
    async (failure: unknown) => {
      (await page).showFailure(failure, session);
    },
  )
  .catch(sayNotLoaded);

/** The page could not be fetched: what stands in the HTML is all that there is to say it with. */
function sayNotLoaded(): void {
  const { notLoaded } = JSON.parse(document.querySelector('#shell')?.textContent ?? '') as {
    notLoaded: string;
  };
  const lead = document.querySelector<HTMLElement>('.lead');
  if (!lead) return;
  lead.hidden = false;
  lead.textContent = notLoaded;
}
