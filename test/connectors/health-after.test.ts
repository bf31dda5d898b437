import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { healthAfter } from '../../shared/connectors/health-after.ts';
import type { Health } from '../../shared/schemas/health.ts';

type Outcome = Parameters<typeof healthAfter>[1];

const start = Date.parse('2026-11-26T08:00:00Z');
const healthy: Health = {
  state: 'healthy',
  since: new Date(start).toISOString(),
  checkedAt: new Date(start).toISOString(),
};

/** One check after the other, six minutes apart unless told otherwise; what was announced, and the last state. */
function after(outcomes: Outcome[], minutes = 6, from = healthy) {
  let health = from;
  const announced: string[] = [];
  for (const [index, outcome] of outcomes.entries()) {
    const now = new Date(start + (index + 1) * minutes * 60_000);
    const change = healthAfter(health, outcome, now);
    health = change.health;
    if (change.announce) announced.push(`${change.announce.from} → ${change.announce.to}`);
  }
  return { announced, health };
}

describe('health', () => {
  test.each<[Outcome[], string, string[]]>([
    [['failed'], 'healthy', []],
    [['failed', 'failed'], 'broken', ['healthy → broken']],
    [['failed', 'failed', 'failed', 'failed'], 'broken', ['healthy → broken']],
    [['failed', 'passed', 'failed'], 'healthy', []],
    [['failed', 'inconclusive', 'failed'], 'broken', ['healthy → broken']],
    [['inconclusive', 'inconclusive'], 'unknown', []],
    [['inconclusive', 'passed'], 'healthy', []],
    [
      ['failed', 'failed', 'inconclusive', 'passed'],
      'healthy',
      ['healthy → broken', 'broken → healthy'],
    ],
    [['failed', 'failed', 'inconclusive'], 'broken', ['healthy → broken']],
    [['warning', 'inconclusive', 'warning'], 'degraded', ['healthy → degraded']],
    [
      ['warning', 'failed', 'failed', 'warning', 'passed'],
      'healthy',
      ['healthy → degraded', 'degraded → broken', 'broken → degraded', 'degraded → healthy'],
    ],
    [['inconclusive', 'failed', 'failed'], 'broken', ['healthy → broken']],
  ])('after %j is %s', (outcomes, state, expected) => {
    const { health, announced } = after(outcomes);
    expect({ state: health.state, announced }).toEqual({ state, announced: expected });
  });

  test.each<[Outcome[], string, string[]]>([
    [['passed'], 'healthy', ['broken → healthy']],
    [['inconclusive', 'passed'], 'healthy', ['broken → healthy']],
    [['failed', 'passed'], 'healthy', ['broken → healthy']],
    [['failed', 'failed'], 'broken', []],
    [['failed', 'failed', 'passed'], 'healthy', ['broken → healthy']],
  ])('that was mended by saving again is, after %j, %s', (outcomes, state, expected) => {
    const { health, announced } = after(outcomes, 6, { ...healthy, told: 'broken' });
    expect({ state: health.state, announced }).toEqual({ state, announced: expected });
  });

  test('is not broken by two failures within five minutes', () => {
    expect(after(['failed', 'failed'], 2).health.state).toBe('healthy');
    expect(after(['failed', 'failed', 'failed', 'failed'], 2).health.state).toBe('broken');
  });

  test('is not broken by a clock that was set back', () => {
    const { health } = after(['failed']);
    const earlier = new Date(start - 3_600_000);
    expect(healthAfter(health, 'failed', earlier).health.state).toBe('healthy');
  });

  const outcomes = fc.array(
    fc.constantFrom<Outcome>('passed', 'warning', 'failed', 'inconclusive'),
    { maxLength: 40 },
  );

  test('announces each change once, the next from where the last one led', () => {
    fc.assert(
      fc.property(outcomes, (given) => {
        const { announced, health } = after(given);
        const steps = announced.map((each) => each.split(' → '));
        for (const [index, [from, to]] of steps.entries()) {
          expect(from).toBe(index === 0 ? 'healthy' : steps[index - 1]?.[1]);
          expect(to).not.toBe(from);
        }
        expect(health.told ?? 'healthy').toBe(steps.at(-1)?.[1] ?? 'healthy');
      }),
    );
  });

  test('is as if what decided nothing had not been, once something decides', () => {
    fc.assert(
      fc.property(outcomes, (given) => {
        const deciding = given.filter((outcome) => outcome !== 'inconclusive');
        // Five minutes pass between any two of them, with and without the others.
        expect(after([...given, 'passed']).announced).toEqual(
          after([...deciding, 'passed']).announced,
        );
      }),
    );
  });
});
