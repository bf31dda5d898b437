import type { ConnectorRecord } from '../schemas/records.ts';

/** How long the key from before a rotation, or a roll-back, is kept. */
const keptMs = 7 * 24 * 60 * 60 * 1000;
/** Whoever is stopped half-way is followed by a check some minutes later: until then its key must not be gone. */
const followedMs = 10 * 60 * 1000;

type Rotated = Pick<ConnectorRecord, 'previous'>;

/** Until when the key that is left now can be returned to. */
export function wayBackUntil(now: Date): string {
  return new Date(now.getTime() + keptMs).toISOString();
}

/** When its key was changed last, as long as the one before is kept. */
export function rotatedAt({ previous }: Rotated): Date | undefined {
  return previous && new Date(Date.parse(previous.until) - keptMs);
}

/** The key and the connection from before the last rotation, where they last long enough to be returned to. */
export function wayBack({ previous }: Rotated, now: Date): Rotated['previous'] {
  const lasts = previous && Date.parse(previous.until) - followedMs > now.getTime();
  return lasts ? previous : undefined;
}
