import type { ConnectorStore, DueConnector } from '../../../shared/ports/connector-store.ts';
import type { Counts } from './emulated-firestore.ts';

const pageSize = 500;

/** What it costs to find what is due among all: as many reads as are due, and one for each end of the pages. */
export async function tellDueReads(
  store: Pick<ConnectorStore, 'due'>,
  take: () => Counts,
  dueBy: [due: number, at: Date][],
): Promise<string[]> {
  console.log('due     reads');
  const broken: string[] = [];
  for (const [expected, at] of dueBy) {
    take();
    const found = await findAll(store, at);
    const { reads } = take();
    console.log(`${String(found).padEnd(7)} ${String(reads).padStart(5)}`);
    if (found !== expected) broken.push(`${String(found)} were found of ${String(expected)}`);
    if (reads > expected + 1) broken.push(`${String(reads)} reads for ${String(expected)} due`);
  }
  return broken;
}

async function findAll(store: Pick<ConnectorStore, 'due'>, at: Date): Promise<number> {
  let found = 0;
  for (let after: DueConnector | undefined; ;) {
    const page = await store.due({ at, limit: pageSize, after });
    found += page.length;
    after = page.at(-1);
    if (page.length < pageSize) return found;
  }
}
