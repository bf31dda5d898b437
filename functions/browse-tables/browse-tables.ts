import { takeTurn } from '../../shared/limits/take-turn.ts';
import type { Answer } from '../../shared/ports/answer.ts';
import type { Listed, TableFacts, TableName, Warehouse } from '../../shared/ports/warehouse.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import { fitness, type Fitness } from '../../shared/validation/column-fitness.ts';
import { type BrowseTablesPorts, type Opened, openWithKey } from './open-with-key.ts';
import type { BrowseCursor, BrowseTablesRequest } from './request.ts';

export interface BrowsedDataset {
  dataset: string;
}

export interface BrowsedTable {
  table: string;
  kind: string;
}

export interface BrowsedColumn extends Fitness {
  column: string;
  type: string;
  mode: string;
  description?: string;
}

export interface BrowsedPage {
  project: string;
  datasets?: BrowsedDataset[];
  tables?: BrowsedTable[];
  columns?: BrowsedColumn[];
  next?: BrowseCursor;
}

const mostOfGoogle = 1000;
/** A page asks Google so often at the most, however few names the query matches. */
const mostQuestions = 3;

/** Datasets, then tables, then columns; of each column, which contact key it can be, and why not. */
export async function browseTables(
  request: BrowseTablesRequest,
  { workspace }: Caller,
  ports: BrowseTablesPorts,
  { signal }: { signal: AbortSignal },
): Promise<BrowsedPage> {
  await takeTurn(ports.connectors, workspace, browses(ports.limits), ports.stamps.now());
  const opened = await openWithKey(request, workspace, ports, signal);
  const { project } = opened;
  const { dataset, table } = request;
  if (dataset === undefined) {
    const { items, ...next } = await pageOf(request, datasetsOf(opened), (name) => name);
    return { project, datasets: items.map((name) => ({ dataset: name })), ...next };
  }
  if (table === undefined) {
    const { items, ...next } = await pageOf(
      request,
      tablesOf(opened, dataset),
      ({ table: name }) => name,
    );
    return { project, tables: items, ...next };
  }
  const { items, ...next } = await pageOf(
    request,
    columnsOf(opened, dataset, table),
    ({ column }) => column,
  );
  return { project, columns: items, ...next };
}

const browses = ({ browsesAMinute }: BrowseTablesPorts['limits']) => ({
  name: 'browses',
  what: 'browse tables',
  limit: browsesAMinute,
  windowSeconds: 60,
});

type Source<T> = (pageToken: string | undefined, limit: number) => Promise<Listed<T>>;

function datasetsOf({ warehouse, project, read }: Opened): Source<string> {
  return async (pageToken, limit) =>
    read(await warehouse.datasets(project, { limit, pageToken }), {});
}

function tablesOf({ warehouse, project, read }: Opened, dataset: string): Source<BrowsedTable> {
  const asked = { what: `dataset ${project}.${dataset}`, dataset };
  return async (pageToken, limit) => {
    const listed = read(await warehouse.tables({ project, dataset }, { limit, pageToken }), asked);
    return { ...listed, items: listed.items.map(({ table, kind }) => ({ table, kind })) };
  };
}

function columnsOf(
  { warehouse, project, read }: Opened,
  dataset: string,
  table: string,
): Source<BrowsedColumn> {
  const asked = { what: `table ${project}.${dataset}.${table}`, dataset, table };
  return async () => {
    const { columns } = read(await describedTable(warehouse, { project, dataset, table }), asked);
    const items = columns.map((column) => ({
      column: column.name,
      type: column.type,
      mode: column.mode,
      ...(column.description !== undefined && { description: column.description }),
      ...fitness(column),
    }));
    return { items };
  };
}

/** Where descriptions are more than is read at once, the columns without them. */
async function describedTable(warehouse: Warehouse, name: TableName): Promise<Answer<TableFacts>> {
  const answer = await warehouse.table(name, { described: true });
  const isTooLarge =
    'refusal' in answer &&
    answer.refusal.kind === 'transport' &&
    answer.refusal.fault === 'too-large';
  return isTooLarge ? warehouse.table(name) : answer;
}

/** Google cannot search by name, so pages of its are read and sifted; where one was left off stands in the cursor. */
async function pageOf<T>(
  { query, pageSize, after }: BrowseTablesRequest,
  source: Source<T>,
  nameOf: (item: T) => string,
): Promise<{ items: T[]; next?: BrowseCursor }> {
  const wanted = query?.toLowerCase() ?? '';
  const items: T[] = [];
  let { googleToken, offset } = after ?? { googleToken: undefined, offset: 0 };
  for (let questions = 0; questions < mostQuestions; questions += 1) {
    const listed = await source(googleToken, mostOfGoogle);
    for (const item of listed.items.slice(offset)) {
      if (items.length === pageSize) return { items, next: cursor(googleToken, offset) };
      if (nameOf(item).toLowerCase().includes(wanted)) items.push(item);
      offset += 1;
    }
    if (listed.nextPageToken === undefined) return { items };
    [googleToken, offset] = [listed.nextPageToken, 0];
  }
  return { items, next: cursor(googleToken, offset) };
}

function cursor(googleToken: string | undefined, offset: number): BrowseCursor {
  return googleToken === undefined ? { offset } : { googleToken, offset };
}
