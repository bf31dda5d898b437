import type { Answer } from '../ports/answer.ts';
import type { Price, QueryResult, TableFacts, Warehouse } from '../ports/warehouse.ts';
import { findColumn, fitness } from './column-fitness.ts';
import type { Subject } from './check.ts';
import type { Extent } from './extent.ts';
import { type Fact, once, valueOf } from './fact.ts';
import { readingPlans, type ReadingPlan } from './queries/plan-reading.ts';
import { qualityQuery } from './queries/quality-query.ts';
import { readQuery } from './queries/read-query.ts';
import { readRefusal } from './refusals/said.ts';
import { shapeOfTable } from './sighting/shape-of.ts';

interface BuildsOn {
  table: Fact<TableFacts>;
  /** The warehouse, opened with the scopes that this table needs. */
  reader: Fact<Warehouse>;
  location: () => Promise<string | undefined>;
  jobPrice: Fact<Price>;
}

/** What stands in the key column: of all rows, of a share of them, or of none where any would cost too much. */
export interface Reading extends QueryResult {
  samplePercent?: number | undefined;
  /** Why nothing was read: the owner's limit, a day's bytes, or that nothing has changed. */
  unread?: 'too-dear' | 'budget-spent' | 'unchanged';
  /** The owner would allow all of it, a day's bytes do not. */
  byBudget?: boolean | undefined;
}

const unread = (why: Reading['unread'] & string): Answer<Reading> => ({
  value: { rows: [], bytesBilled: 0, unread: why },
});

/** What reading the key column costs, and what stands in it; no row is read without its price being known. */
export function readFacts(
  { key, draft }: Pick<Subject, 'key' | 'draft'>,
  { keys, bytesLeft }: Extent,
  { table, reader, location, jobPrice }: BuildsOn,
): { readPrice: Fact<Price>; quality: Fact<Reading> } {
  const { field, maximumBytesBilled: limit } = draft;
  const wanted = async () => {
    if (typeof keys === 'string') return keys === 'always';
    const facts = valueOf(await table());
    return !facts || shapeOfTable({ key, draft }, facts) !== keys.unlessShape;
  };
  const column = once(async () => {
    const facts = valueOf(await table());
    const found = facts && field && findColumn(facts.columns, field.column);
    const fits = found && fitness(found).contactKeys.includes(field.contactKey.type);
    return fits ? found : undefined; // D3 says what is wrong with it; nothing is read at the customer's expense
  });
  const readPrice = once(async () => {
    const [opened, facts, found] = await Promise.all([reader(), table().then(valueOf), column()]);
    if (!opened || !facts || !field || !found) return undefined;
    if ('refusal' in opened) return opened;
    return opened.value.dryRun({
      sql: readQuery(field, facts, found),
      location: await location(),
      check: 'd4',
    });
  });
  const quality = once(async () => {
    if (!(await wanted())) return unread('unchanged');
    const [opened, facts, found, price, mayRun] = await Promise.all([
      reader().then(valueOf),
      table().then(valueOf),
      column(),
      readPrice().then(valueOf),
      jobPrice().then(valueOf),
    ]);
    if (!opened || !facts || !field || !found || !price || !mayRun) return undefined;
    const count = async (plan: ReadingPlan): Promise<Answer<Reading>> => {
      const { maximumBytesBilled: cap, samplePercent, byBudget } = plan;
      const sql = qualityQuery(field, facts, found, samplePercent);
      const asked = { sql, location: await location(), check: 'd5', maximumBytesBilled: cap };
      const answer = await opened.query(asked);
      return 'value' in answer ? { value: { ...answer.value, samplePercent, byBudget } } : answer;
    };
    for (const plan of readingPlans(price, facts, { limit, bytesLeft })) {
      const answer = await count(plan);
      if (!isOverCap(answer)) return answer;
    }
    return unread(bytesLeft < limit ? 'budget-spent' : 'too-dear');
  });
  return { readPrice, quality };
}

/** Google knew better than its own estimate; nothing was read and nothing is billed. */
function isOverCap(answer: Answer<unknown>): boolean {
  if ('value' in answer || answer.refusal.kind !== 'http') return false;
  return readRefusal(answer.refusal).reason === 'bytesBilledLimitExceeded';
}
