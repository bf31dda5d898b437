import { expect, test } from 'vitest';
import { demands } from './demands.ts';
import { simulate } from './simulate.ts';

/** The month of test:simulation in small. */
const scale = { connectors: 40, days: 5, calm: 0.1 };
const outcome = await simulate(scale);

test.each(demands)('$title', ({ broken }) => {
  expect(broken(outcome, scale.connectors)).toEqual([]);
});

test('there was something to announce, and something to keep quiet about', () => {
  const incidents = (name: string) => outcome.table[name]?.incidents ?? 0;
  expect(incidents('permission')).toBeGreaterThan(3);
  expect(incidents('permission, ended')).toBeGreaterThan(3);
  expect(incidents('blip') + incidents('unavailable') + incidents('quota')).toBeGreaterThan(6);
});
