import { filterIn } from './connectors/list/filter.ts';
import { pageSize } from './connectors/list/page-size.ts';

/** What the screen at an address below the page's folder asks for first. */
export function callsAhead(address: string): string[] {
  const { pathname, searchParams } = new URL(address, location.origin);
  if (/^\/(connectors)?$/.test(pathname)) return ofTheList(Object.fromEntries(searchParams));
  const connectorId = /^\/connectors\/(con-[0-9a-z]+)/.exec(pathname)?.[1];
  return connectorId === undefined ? [] : [`/list-connectors/${connectorId}`];
}

function ofTheList({ show, ...query }: Record<string, string>): string[] {
  if (show === 'deleted') return [];
  const { health, query: searched } = filterIn(query);
  const parameters = new URLSearchParams({
    pageSize: String(pageSize),
    ...(health && { health }),
    ...(searched !== '' && { query: searched }),
  });
  return [`/list-connectors?${parameters.toString()}`, '/list-connectors/health-summary'];
}
