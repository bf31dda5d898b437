import type { ConnectorRecord } from '../schemas/records.ts';

type Previous = NonNullable<ConnectorRecord['previous']>;

/** Long enough for the look after each change to find it noted, and to let it go where whoever rotated was ended. */
const lingerMs = 60 * 60 * 1000;

/**
 * The key before the one before: a second rotation forgets it, no roll-back can return to it, and so it goes within the
 * hour instead of living its seven days. None where the rotation is the way back to that very key.
 */
export function forgottenKey(
  { previous }: Pick<ConnectorRecord, 'previous'>,
  next: Pick<ConnectorRecord, 'keyId' | 'previous'>,
  now: Date,
): { keyId: Previous['keyId']; until: Date } | undefined {
  const isForgotten = previous && ![next.keyId, next.previous?.keyId].includes(previous.keyId);
  if (!isForgotten) return undefined;
  const until = Math.min(Date.parse(previous.until), now.getTime() + lingerMs);
  return { keyId: previous.keyId, until: new Date(until) };
}
