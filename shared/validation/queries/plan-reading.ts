import type { Price, TableFacts } from '../../ports/warehouse.ts';
import { leastBytesBilled } from '../../schemas/connection.ts';
import { byteCap } from './byte-cap.ts';

/** How the keys are counted: all of them, a share of them, or not at all; and what that may bill at the most. */
export interface ReadingPlan {
  maximumBytesBilled: number;
  /** Of the table's blocks. */
  samplePercent?: number;
  /** The owner's limit would allow all of it; what is left of a day's bytes does not. */
  byBudget?: boolean;
}

export interface Caps {
  /** What the connector's owner allows a query. */
  limit: number;
  /** What is left of the bytes of a day. */
  bytesLeft: number;
}

const mebibyte = 1024 ** 2;
/** A sample is of whole blocks, so that it may turn out larger than was asked for. */
const shareOfLimit = 0.8;

/**
 * Within the connector's limit, whatever it takes; the next where Google would bill more than the one before allows, and
 * none where not even a sample would do. What lies outside of BigQuery is priced when it is read, so that an estimate may
 * be far too low: then the limit itself is the cap.
 */
export function readingPlans(price: Price, facts: TableFacts, caps: Caps): ReadingPlan[] {
  const most = Math.min(caps.limit, caps.bytesLeft);
  if (most < leastBytesBilled) return [];
  const cap = Math.min(byteCap(price.bytesProcessed, Math.max(price.tables, 1)), most);
  const whole = likelyBill(price) <= most ? [cap, ...(cap < most ? [most] : [])] : [];
  const sample = planSample(price, facts, most);
  const byBudget = likelyBill(price) <= caps.limit && most < caps.limit;
  return [
    ...whole.map((maximumBytesBilled) => ({ maximumBytesBilled })),
    ...(sample ? [{ ...sample, byBudget }] : []),
  ];
}

/** TABLESAMPLE reads tables alone, no views and nothing external (https://cloud.google.com/bigquery/docs/table-sampling#limitations). */
function planSample(
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
function likelyBill({ bytesProcessed, tables }: Price): number {
  if (bytesProcessed === 0) return 0;
  const rounded = Math.ceil(bytesProcessed / mebibyte) * mebibyte;
  return Math.max(rounded, leastBytesBilled * Math.max(tables, 1));
}
