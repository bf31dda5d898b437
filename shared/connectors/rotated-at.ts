import type { ConnectorRecord } from '../schemas/records.ts';

/** How long the key from before a rotation is kept. */
const keptMs = 7 * 24 * 60 * 60 * 1000;

/** When its key was changed last, as long as the one before is kept. */
export function rotatedAt({ previous }: Pick<ConnectorRecord, 'previous'>): Date | undefined {
  return previous && new Date(Date.parse(previous.until) - keptMs);
}
