import type { Health } from '../schemas/health.ts';
import type { ConnectorId } from '../schemas/identifiers.ts';

const minuteMs = 60 * 1000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const confirmMs = 5 * minuteMs;
const watchedMs = hourMs;

export interface Circumstances {
  connectorId: ConnectorId;
  health: Health;
  /** When its key was changed last. */
  rotatedAt?: Date | undefined;
  /** Its owner's quota at Google is used up: asking again soon only uses more of it. */
  atQuota: boolean;
}

/**
 * When a connector is checked next: by its state, and at a phase of its own, so that however many were saved at once do
 * not knock at once. A failure is looked at again as soon as it can be confirmed.
 */
export function nextCheck(circumstances: Circumstances, now: Date): Date {
  const { connectorId, health } = circumstances;
  const phase = phaseOf(connectorId);
  const unconfirmed = health.failingSince !== undefined && health.state !== 'broken';
  if (unconfirmed && !circumstances.atQuota)
    return new Date(now.getTime() + confirmMs + phase * minuteMs);
  const interval = intervalOf(circumstances, now);
  const earliest = now.getTime() + interval / 2;
  const turn = Math.ceil(earliest / interval - phase);
  return new Date(Math.round((turn + phase) * interval));
}

function intervalOf({ health, rotatedAt, atQuota }: Circumstances, now: Date): number {
  if (atQuota) return 4 * hourMs;
  const sinceRotation = rotatedAt ? now.getTime() - rotatedAt.getTime() : Infinity;
  if (Math.abs(sinceRotation) < watchedMs) return 10 * minuteMs;
  switch (health.state) {
    case 'healthy':
      return hourMs;
    case 'degraded':
    case 'unknown':
      return 15 * minuteMs;
    case 'broken':
      // Twice failed is broken; from then on an hour, two, four, … a day.
      return Math.min(dayMs, hourMs * 2 ** Math.max(0, (health.failures ?? 2) - 2));
  }
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const signs = 6;

/** In [0, 1), the same for an id for ever: ids end in random signs of Crockford's base 32. */
function phaseOf(id: ConnectorId): number {
  const number = Array.from(id.slice(-signs)).reduce(
    (sum, sign) => sum * 32 + alphabet.indexOf(sign),
    0,
  );
  return number / 32 ** signs;
}
