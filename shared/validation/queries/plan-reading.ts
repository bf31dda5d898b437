import type { Price, TableFacts } from '../../ports/warehouse.ts';
import { leastBytesBilled } from '../../schemas/connection.ts';
import { byteCap } from './byte-cap.ts';

/** How the keys are counted: all of them, a share of them, or not at all; and what that may bill at the most. */
export interface ReadingPlan {
  maximumBytesBilled: number;
  /** Of the table's blocks. */
  samplePercent?: number;
}

const mebibyte = 1024 ** 2;
/** A sample is of whole blocks, so that it may turn out larger than was asked for. */
const shareOfLimit = 0.8;

/** Within the connector's limit, whatever it takes; undefined where not even a sample would be. */
export function planReading(
  price: Price,
  facts: TableFacts,
  limit: number,
): ReadingPlan | undefined {
  const cap = Math.min(byteCap(price.bytesProcessed, Math.max(price.tables, 1)), limit);
  if (likelyBill(price) <= limit) return { maximumBytesBilled: cap };
  return planSample(price, facts, limit);
}

/** TABLESAMPLE reads tables alone, no views and nothing external (https://cloud.google.com/bigquery/docs/table-sampling#limitations). */
export function planSample(
  { bytesProcessed }: Price,
  { kind }: TableFacts,
  limit: number,
): ReadingPlan | undefined {
  if (kind !== 'TABLE') return undefined;
  const percent = Math.min(50, ((limit * shareOfLimit) / bytesProcessed) * 100);
  const samplePercent = Number(percent.toPrecision(2));
  return samplePercent >= leastPercent ? { maximumBytesBilled: limit, samplePercent } : undefined;
}

const leastPercent = 1e-4;

/** Up to whole MiB, and at least 10 MiB a table (https://cloud.google.com/bigquery/pricing#on_demand_pricing). */
export function likelyBill({ bytesProcessed, tables }: Price): number {
  if (bytesProcessed === 0) return 0;
  const rounded = Math.ceil(bytesProcessed / mebibyte) * mebibyte;
  return Math.max(rounded, leastBytesBilled * Math.max(tables, 1));
}
