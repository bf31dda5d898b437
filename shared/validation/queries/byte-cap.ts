import { leastBytesBilled } from '../../schemas/connection.ts';

/**
 * What a query may bill at the most. A cap equal to the estimate fails, since BigQuery rounds up, at least 10 MiB a
 * table (exmergo/dex#320; https://cloud.google.com/bigquery/pricing#on_demand_pricing).
 */
export function byteCap(estimate: number, tables = 1): number {
  return Math.max(Math.ceil(estimate * 1.2), estimate + leastBytesBilled * tables);
}
