import { folderOf, readConfig } from '../api/config.ts';
import { beginTrip } from '../sign-in/trip.ts';
import type * as Stayed from './stayed.tsx';

/** Stands in the HTML of every screen, before all that has to be fetched: a reload knows nobody, so it leaves at once. */
const patienceMs = 8_000;

interface Shell {
  heading: string[];
  /** The script that tells why the page has not left. */
  stayed: string;
}

const config = readConfig();
const { heading, stayed } = JSON.parse(
  document.querySelector('#shell')?.textContent ?? '',
) as Shell;
const { origin, pathname, search, hash } = location;

if (new URL(config.pageUrl).origin === origin) {
  beginTrip(config, { at: pathname + search + hash, heading }).catch(tell);
  setTimeout(tell, patienceMs);
} else {
  // The issuer and the functions know the page under one address alone.
  const base = `${folderOf(config)}/`;
  const below = pathname.startsWith(base) ? pathname.slice(base.length - 1) : pathname;
  location.replace(config.pageUrl + below + search + hash);
}

async function tell(failure?: unknown): Promise<void> {
  const { hasStayed } = (await import(stayed)) as typeof Stayed;
  hasStayed(config, failure);
}
