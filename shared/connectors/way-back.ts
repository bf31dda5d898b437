import type { ConnectorRecord } from '../schemas/records.ts';

/** Whoever is stopped half-way is followed by a check some minutes later: until then its key must not be gone. */
const followedMs = 10 * 60 * 1000;

/** Whether the key from before the last rotation lasts long enough to be returned to. */
export function isWayBackOpen({ previous }: Pick<ConnectorRecord, 'previous'>, now: Date): boolean {
  return previous !== undefined && Date.parse(previous.until) - followedMs > now.getTime();
}
