import type { ConnectorRecord } from '../schemas/records.ts';

/** What the checks of one connector may bill a day, by UTC: some half a US cent at list price. */
const bytesADay = 1024 ** 3;

type Budgeted = Pick<ConnectorRecord, 'billed' | 'connection'>;

/** What is left of today's bytes for checks that nobody asked for; never more than its owner allows one query. */
export function bytesLeft({ billed, connection }: Budgeted, now: Date): number {
  const budget = Math.min(bytesADay, connection.maximumBytesBilled);
  return Math.max(0, budget - (billed?.day === dayOf(now) ? billed.bytes : 0));
}

/** With what one more check billed, whoever asked for it. */
export function billedAfter(
  billed: ConnectorRecord['billed'],
  bytes: number,
  now: Date,
): ConnectorRecord['billed'] {
  const day = dayOf(now);
  if (bytes === 0) return billed;
  return { day, bytes: (billed?.day === day ? billed.bytes : 0) + bytes };
}

const dayOf = (now: Date) => now.toISOString().slice(0, 10);
