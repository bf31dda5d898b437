import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { nextCheck } from '../../shared/connectors/next-check.ts';
import type { Health, HealthState } from '../../shared/schemas/health.ts';
import { connectorId } from '../../shared/schemas/identifiers.ts';

const minuteMs = 60_000;
const now = new Date('2026-11-26T08:00:00Z');
const newId = () => connectorId.parse(`con-${systemStamps.newId()}`);
const healthOf = (state: HealthState, more: Partial<Health> = {}): Health => ({
  state,
  since: now.toISOString(),
  checkedAt: now.toISOString(),
  ...more,
});

/** Minutes between the checks of one connector, once it has its phase. */
function steady(health: Health, more: object = {}): number {
  const id = newId();
  const first = nextCheck({ connectorId: id, health, atQuota: false, ...more }, now);
  const second = nextCheck({ connectorId: id, health, atQuota: false, ...more }, first);
  return (second.getTime() - first.getTime()) / minuteMs;
}

describe('the next check', () => {
  test.each<[HealthState, Partial<Health>, number]>([
    ['healthy', {}, 60],
    ['degraded', {}, 15],
    ['unknown', {}, 15],
    ['broken', { failures: 2 }, 60],
    ['broken', { failures: 4 }, 240],
    ['broken', { failures: 50 }, 1440],
  ])('of one that is %s %j comes every %d minutes', (state, more, minutes) => {
    const failing = state === 'broken' ? { failingSince: now.toISOString() } : {};
    expect(steady(healthOf(state, { ...failing, ...more }))).toBe(minutes);
  });

  test('confirms a failure after five minutes, and not all in the same second', () => {
    const health = healthOf('healthy', { failingSince: now.toISOString(), failures: 1 });
    const times = Array.from(
      { length: 200 },
      () =>
        nextCheck({ connectorId: newId(), health, atQuota: false }, now).getTime() - now.getTime(),
    );
    expect(Math.min(...times)).toBeGreaterThanOrEqual(5 * minuteMs);
    expect(Math.max(...times)).toBeLessThanOrEqual(6 * minuteMs);
    expect(new Set(times).size).toBeGreaterThan(150);
  });

  test('of who is at quota comes hours later, whatever else is so', () => {
    const health = healthOf('unknown', { failingSince: now.toISOString(), failures: 1 });
    expect(steady(health, { atQuota: true })).toBe(240);
  });

  test('comes every ten minutes in the hour after a rotation', () => {
    const rotatedAt = new Date(now.getTime() - 5 * minuteMs);
    expect(steady(healthOf('healthy'), { rotatedAt })).toBe(10);
    const longAgo = new Date(now.getTime() - 61 * minuteMs);
    expect(steady(healthOf('healthy'), { rotatedAt: longAgo })).toBe(60);
  });

  test('is never soon after the last, and never forgotten', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (at) => {
          const wait =
            nextCheck(
              { connectorId: newId(), health: healthOf('healthy'), atQuota: false },
              at,
            ).getTime() - at.getTime();
          expect(wait).toBeGreaterThanOrEqual(30 * minuteMs - 1);
          expect(wait).toBeLessThanOrEqual(90 * minuteMs + 1);
        },
      ),
    );
  });

  test('spreads ten thousand that were saved at once over the whole hour', () => {
    const minutes = new Array<number>(60).fill(0);
    for (let each = 0; each < 10_000; each += 1) {
      const next = nextCheck(
        { connectorId: newId(), health: healthOf('healthy'), atQuota: false },
        now,
      );
      const minute = next.getUTCMinutes();
      minutes[minute] = (minutes[minute] ?? 0) + 1;
    }
    const mean = 10_000 / 60;
    expect(Math.max(...minutes)).toBeLessThanOrEqual(1.5 * mean);
  });
});
