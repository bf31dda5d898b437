import type { UsedTable } from '../query/plan-query.ts';

const mebibyte = 1024 ** 2;
const leastPerTable = 10 * mebibyte;

/** Up to whole MiB, and at least 10 MiB for each table that is read (https://cloud.google.com/bigquery/pricing#on_demand_pricing). */
export function bytesBilled(bytesProcessed: number, tables: UsedTable[]): number {
  const read = tables.filter(({ used }) => used.size > 0).length;
  if (bytesProcessed === 0) return 0;
  return Math.max(Math.ceil(bytesProcessed / mebibyte) * mebibyte, read * leastPerTable);
}
