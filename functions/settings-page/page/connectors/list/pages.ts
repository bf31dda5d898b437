import type { Client, Connector } from '../../api/client.ts';
import type { Filter } from './filter.ts';
import { pageSize } from './page-size.ts';

/** Connectors as they have been read so far, in the pages in which they are drawn. */
export interface Pages {
  pages: Connector[][];
  /** Where the list goes on; absent at its end. */
  next?: string;
  /** When it was read. */
  at: string;
}

export interface Read {
  connectors: Connector[];
  next?: string;
}

/**
 * About as many rows as one looks at. They are drawn in one go, and laid out in one go as they come near the eye: more of
 * them are a stutter on a slow telephone.
 */
const drawnAtOnce = 10;

export const countIn = ({ pages }: Pages): number =>
  pages.reduce((sum, page) => sum + page.length, 0);

/**
 * As many as make a page. The service reads so many records for one answer and no more: of a search it may find few, or
 * none, and say where to go on. So it is asked until there are enough, or the list has ended.
 */
export async function readSome(
  api: Client,
  { health, query }: Filter,
  { from, size = pageSize, signal, onSome }: ReadOptions,
): Promise<Read> {
  const connectors: Connector[] = [];
  let next = from;
  do {
    const { data } = await api.GET('/list-connectors', {
      params: {
        query: {
          pageSize: Math.min(pageSize, size - connectors.length),
          ...(health && { health }),
          ...(query !== '' && { query }),
          ...(next !== undefined && { pageToken: next }),
        },
      },
      signal,
    });
    connectors.push(...(data?.connectors ?? []));
    next = data?.nextPageToken;
    if (next !== undefined && connectors.length > 0)
      onSome?.({ connectors: [...connectors], next });
  } while (next !== undefined && connectors.length < size);
  return next === undefined ? { connectors } : { connectors, next };
}

export interface ReadOptions {
  from?: string | undefined;
  size?: number;
  signal: AbortSignal;
  /** What has been found of it so far. */
  onSome?: (read: Read) => void;
}

/** What was read from the top, and below it what is older and was read before. */
export function renewed(read: Read, before?: Pages): Pages {
  const last = read.connectors.at(-1);
  const older =
    before && last && read.next !== undefined
      ? before.pages.flat().filter((connector) => isOlder(connector, last))
      : [];
  return pagesOf([read.connectors, older], older.length > 0 ? before?.next : read.next);
}

export function continued(before: Pages, { connectors, next }: Read): Pages {
  const pages = [...before.pages, ...inPages(connectors)];
  return { pages, at: before.at, ...(next !== undefined && { next }) };
}

function pagesOf(parts: Connector[][], next: string | undefined): Pages {
  const at = new Date().toISOString();
  return { pages: parts.flatMap(inPages), at, ...(next !== undefined && { next }) };
}

function inPages(connectors: Connector[]): Connector[][] {
  const pages = Math.ceil(connectors.length / drawnAtOnce);
  return Array.from({ length: pages }, (_, n) =>
    connectors.slice(n * drawnAtOnce, (n + 1) * drawnAtOnce),
  );
}

const isOlder = (one: Connector, other: Connector): boolean =>
  one.createdAt < other.createdAt ||
  (one.createdAt === other.createdAt && one.connectorId < other.connectorId);
