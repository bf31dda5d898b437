import type { Schemas } from '../../api/client.ts';

/** Under what connectors are counted and listed. */
export type Listed = Exclude<keyof Schemas['HealthSummary'], 'oldestUnknownSince'>;

/** What needs somebody first. */
export const listed: Listed[] = ['broken', 'degraded', 'unknown', 'healthy', 'paused'];

/** What of the list is shown: it stands in the address, so that it can be shared and gone back to. */
export interface Filter {
  health?: Listed;
  query: string;
}

export function filterIn({ health, query = '' }: Record<string, string>): Filter {
  const known = listed.find((each) => each === health);
  return { query: query.slice(0, 100), ...(known && { health: known }) };
}

/** The address of the same screen with another filter. */
export function addressOf(path: string, { health, query }: Filter): string {
  const parameters = new URLSearchParams({ ...(health && { health }), ...(query && { query }) });
  const search = parameters.toString();
  return search === '' ? path : `${path}?${search}`;
}
