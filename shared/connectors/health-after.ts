import type { Health, HealthState } from '../schemas/health.ts';
import type { Report } from '../schemas/report.ts';

const confirmAfterMs = 5 * 60 * 1000;

type Told = Exclude<HealthState, 'unknown'>;

/** What a check makes of a connector's health, and what the world is to be told of it, if anything. */
export interface HealthAfter {
  health: Health;
  announce?: { from: Told; to: Told };
}

/**
 * Health has a memory: what fails must fail again, at least five minutes later, before the connector is broken; what is
 * inconclusive neither breaks nor mends anything, and nobody is told of it. So a break is told once, and its end once.
 */
export function healthAfter(given: Health, outcome: Report['outcome'], now: Date): HealthAfter {
  const before = asOf(given, now);
  const { told = 'healthy' } = toldOf(before);
  const state = stateAfter(before, outcome, now);
  // Mended by being saved again, it fails once: until that is certain, neither an end nor another break is told.
  const waits = state === 'unknown' || (outcome === 'failed' && state !== 'broken');
  const at = now.toISOString();
  const health: Health = {
    state,
    since: state === before.state ? before.since : at,
    checkedAt: at,
    ...failingAfter(before, outcome, at),
    told: waits ? told : state,
  };
  return waits || state === told ? { health } : { health, announce: { from: told, to: state } };
}

/** What the world heard last; of a break that is mended by a save or a roll-back, the next check tells the end. */
export function toldOf({ told, state }: Health): Pick<Health, 'told'> {
  if (told !== undefined) return { told };
  return state === 'unknown' ? {} : { told: state };
}

/** A moment that is still to come was written by a clock that was wrong: what began then begins now. */
function asOf(health: Health, now: Date): Health {
  const at = now.toISOString();
  const past = (moment: string) => (Date.parse(moment) > now.getTime() ? at : moment);
  const { since, failingSince } = health;
  return {
    ...health,
    since: past(since),
    ...(failingSince !== undefined && { failingSince: past(failingSince) }),
  };
}

function stateAfter(
  { state, failingSince }: Health,
  outcome: Report['outcome'],
  now: Date,
): HealthState {
  switch (outcome) {
    case 'passed':
      return 'healthy';
    case 'warning':
      return 'degraded';
    case 'inconclusive':
      return state === 'broken' ? 'broken' : 'unknown';
    case 'failed': {
      const failingMs = failingSince === undefined ? 0 : now.getTime() - Date.parse(failingSince);
      return failingMs >= confirmAfterMs ? 'broken' : state;
    }
  }
}

function failingAfter(
  { failingSince, failures = 0 }: Health,
  outcome: Report['outcome'],
  at: string,
): Pick<Health, 'failingSince' | 'failures'> {
  if (outcome === 'failed') return { failingSince: failingSince ?? at, failures: failures + 1 };
  if (outcome !== 'inconclusive' || failingSince === undefined) return {};
  return { failingSince, ...(failures > 0 && { failures }) };
}
