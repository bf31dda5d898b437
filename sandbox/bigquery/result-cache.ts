import type { Caller } from '../identity/accounts.ts';
import type { PlannedQuery } from '../query/query-engine.ts';
import type { Row } from '../world/field.ts';

/** Results that BigQuery gives again for nothing (https://cloud.google.com/bigquery/docs/cached-results). */
export interface ResultCache {
  find(planned: PlannedQuery, whose: Whose): Row[] | undefined;
  keep(planned: PlannedQuery, whose: Whose, rows: Row[]): void;
}

export interface Whose {
  caller: Caller;
  project: string;
}

interface Kept {
  rows: Row[];
  /** The tables' rows as they were: other rows are another array. */
  from: Row[][];
}

const mostResults = 100;
const differsEachTime = /\b(RAND|CURRENT_\w+|GENERATE_UUID)\b/i;

export function createResultCache(): ResultCache {
  const results = new Map<string, Kept>();
  const keyOf = ({ sql, parameters, location }: PlannedQuery, { caller, project }: Whose) =>
    JSON.stringify([caller.email, project, location, sql, parameters.encoded.toString('base64')]);
  const rowsOf = ({ tables }: PlannedQuery) => tables.map(({ table }) => table.rows());
  return {
    find(planned, whose) {
      const kept = results.get(keyOf(planned, whose));
      const now = rowsOf(planned);
      const same =
        kept?.from.length === now.length && kept.from.every((rows, index) => rows === now[index]);
      return same ? kept.rows : undefined;
    },
    keep(planned, whose, rows) {
      if (planned.tables.length === 0 || !cacheable(planned)) return;
      const [oldest] = results.keys();
      if (results.size >= mostResults && oldest !== undefined) results.delete(oldest);
      results.set(keyOf(planned, whose), { rows, from: rowsOf(planned) });
    },
  };
}

function cacheable({ sql, tables }: PlannedQuery): boolean {
  const shared = tables.some(({ table }) => table.sheet ?? table.rowPolicies);
  return !shared && !differsEachTime.test(sql);
}
