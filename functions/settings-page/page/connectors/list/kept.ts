import type { Connector } from '../../api/client.ts';
import { addressOf, type Filter } from './filter.ts';
import type { Pages } from './pages.ts';

/** As they were left, by filter: who comes back finds the list as it was at once, and then as it is. */
const kept = new Map<string, Pages>();
const mostKept = 10;

export const pagesKept = (filter: Filter): Pages | undefined => kept.get(addressOf('', filter));

export function keep(filter: Filter, pages: Pages): void {
  const of = addressOf('', filter);
  kept.delete(of);
  kept.set(of, pages);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

/** What a list told of it: enough to begin its own screen with. */
export function connectorKept(connectorId: string): Connector | undefined {
  for (const { pages } of kept.values())
    for (const page of pages)
      for (const connector of page) if (connector.connectorId === connectorId) return connector;
  return undefined;
}

/** Deleted: no list shows it any more, whatever it was when it was left. */
export function forgetConnector(connectorId: string): void {
  for (const [of, pages] of kept) {
    const living = pages.pages.map((page) => page.filter((one) => one.connectorId !== connectorId));
    kept.set(of, { ...pages, pages: living });
  }
}
