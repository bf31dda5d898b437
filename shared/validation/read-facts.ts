import type { QueryResult, TableFacts, Warehouse } from '../ports/warehouse.ts';
import { findColumn, fitness } from './column-fitness.ts';
import type { Draft } from './draft.ts';
import { type Fact, once, valueOf } from './fact.ts';
import { byteCap } from './queries/byte-cap.ts';
import { qualityQuery } from './queries/quality-query.ts';
import { readQuery } from './queries/read-query.ts';

interface BuildsOn {
  table: Fact<TableFacts>;
  /** The warehouse, opened with the scopes that this table needs. */
  reader: () => Promise<Warehouse | undefined>;
  location: () => Promise<string | undefined>;
  jobPrice: Fact<{ bytesProcessed: number }>;
}

/** What reading the key column costs, and what stands in it; no row is read without its price being known. */
export function readFacts(
  { field, maximumBytesBilled }: Draft,
  { table, reader, location, jobPrice }: BuildsOn,
): { readPrice: Fact<{ bytesProcessed: number }>; quality: Fact<QueryResult> } {
  const column = once(async () => {
    const facts = valueOf(await table());
    const found = facts && field && findColumn(facts.columns, field.column);
    const fits = found && fitness(found).contactKeys.includes(field.contactKey.type);
    return fits ? found : undefined; // D3 says what is wrong with it; nothing is read at the customer's expense
  });
  const readPrice = once(async () => {
    const [opened, facts, found] = await Promise.all([reader(), table().then(valueOf), column()]);
    if (!opened || !facts || !field || !found) return undefined;
    return opened.dryRun({
      sql: readQuery(field, facts, found),
      location: await location(),
      check: 'd4',
    });
  });
  const quality = once(async () => {
    const [opened, facts, found, price, mayRun] = await Promise.all([
      reader(),
      table().then(valueOf),
      column(),
      readPrice().then(valueOf),
      jobPrice().then(valueOf),
    ]);
    if (!opened || !facts || !field || !found || !price || !mayRun) return undefined;
    const cap = byteCap(price.bytesProcessed);
    if (cap > maximumBytesBilled) return undefined;
    return opened.query({
      sql: qualityQuery(field, facts, found),
      location: await location(),
      check: 'd5',
      maximumBytesBilled: cap,
    });
  });
  return { readPrice, quality };
}
