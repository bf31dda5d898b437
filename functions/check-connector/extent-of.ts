import { bytesLeft } from '../../shared/connectors/byte-budget.ts';
import { leastBytesBilled } from '../../shared/schemas/connection.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { CheckId } from '../../shared/schemas/report.ts';
import { type Again, everything, type Extent } from '../../shared/validation/extent.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** No more than a look: for a connection that only stands by. */
export const lookOnly: Extent = { signs: false, keys: 'never', bytesLeft: 0, probe: 'never' };

/**
 * How far a check of the schedule goes. What costs something is done once a day, as soon as a failure has to be looked
 * into, and where the table or dataset is another than the last time; between those a check is a look.
 */
export function extentOf(record: ConnectorRecord, now: Date): { full: boolean; extent: Extent } {
  const left = bytesLeft(record, now);
  if (isFull(record, left, now)) return { full: true, extent: { ...everything, bytesLeft: left } };
  const { counted, tried } = record.shapes ?? {};
  const extent = {
    signs: false,
    keys: again(record, 'D5', counted),
    bytesLeft: left,
    probe: again(record, 'E4', tried),
  };
  return { full: false, extent };
}

/** Once a day, on a day that has bytes left for it. */
function isFull(
  { fullyCheckedAt, health }: ConnectorRecord,
  bytesLeft: number,
  now: Date,
): boolean {
  if (fullyCheckedAt === undefined) return true;
  if (health.failingSince !== undefined && health.state !== 'broken') return true;
  const isDaysOld = Math.abs(now.getTime() - Date.parse(fullyCheckedAt)) >= dayMs;
  return isDaysOld && bytesLeft >= leastBytesBilled;
}

/** What did not come to a good end is owed; and what nobody knows the shape of is another each time. */
function again({ latestReport }: ConnectorRecord, id: CheckId, shape: string | undefined): Again {
  const outcome = latestReport.checks.find((check) => check.id === id)?.outcome;
  const isGood = outcome === 'passed' || outcome === 'warning';
  return isGood && shape !== undefined ? { unlessShape: shape } : 'always';
}
