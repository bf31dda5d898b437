import { type Compared, type Comparison, type Found, tableOf, unlessMeant } from './aspects.ts';
import { dateAndDays, inWords, isNearer, timeLeft } from './time-left.ts';

/**
 * That a table was made anew is not told: CREATE OR REPLACE TABLE each night is how many are kept up to date, and the
 * table is as it was. What came of it, other columns or an end, is told as that.
 */
export const compareTable: Comparison = {
  aspects: ['table-kind', 'table-expires', 'partition-filter'],
  compare(compared) {
    if (!compared.saved.table || !compared.seen.table) return undefined;
    return [...otherKind(compared), ...expires(compared), ...filtered(compared)];
  },
};

const kinds: Record<string, string> = {
  TABLE: 'a table',
  VIEW: 'a view',
  MATERIALIZED_VIEW: 'a materialized view',
  EXTERNAL: 'an external table',
  GOOGLE_SHEETS: 'a Google Sheet',
  SNAPSHOT: 'a table snapshot',
};

function otherKind(compared: Compared): Found[] {
  const [was, is] = [compared.saved, compared.seen].map(({ table: { kind = '' } = {} }) => kind);
  if (was === undefined || is === undefined || was === is) return [];
  const words = (kind: string) => kinds[kind] ?? `a ${kind.toLowerCase()}`;
  return [
    {
      aspect: 'table-kind',
      was: words(was),
      is: words(is),
      detail: `${tableOf(compared)} was ${words(was)} when the connector was saved, and is ${words(is)} now.`,
      remedyText: unlessMeant('whoever owns it'),
    },
  ];
}

function expires(compared: Compared): Found[] {
  const { saved, seen, now } = compared;
  const end = seen.table?.expiresAt;
  const before = timeLeft(saved.table?.expiresAt, new Date(saved.at));
  const left = timeLeft(end, now);
  if (end === undefined || !isNearer(left, before)) return [];
  return [
    {
      aspect: 'table-expires',
      was: inWords(before),
      is: inWords(left),
      detail: `BigQuery will delete ${tableOf(compared)} on ${dateAndDays(end, now)}; what is made of it breaks then.`,
      remedyText: 'Ask whoever owns the table to take its expiration away.',
    },
  ];
}

function filtered(compared: Compared): Found[] {
  const { saved, seen } = compared;
  if (saved.table?.filterRequired !== false || seen.table?.filterRequired !== true) return [];
  const table = tableOf(compared);
  return [
    {
      aspect: 'partition-filter',
      was: 'not required',
      is: 'required',
      detail: `${table} may now be read with a filter on its partitions only; when the connector was saved, it needed none. The connector filters by itself; views over the table may not.`,
    },
  ];
}
