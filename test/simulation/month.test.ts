import { availableParallelism } from 'node:os';
import { beforeAll, describe, expect, test } from 'vitest';
import { demands } from './demands.ts';
import { simulateInProcesses } from './in-processes.ts';
import { rowNames } from './judge.ts';
import { figuresOf, tableOf } from './print-table.ts';
import type { Outcome } from './simulate.ts';

const scale = { connectors: 2000, days: 30, calm: 0.6 };
const processes = Math.min(4, availableParallelism());
const patienceMs = 90 * 60_000;

describe('thirty days of two thousand connectors', () => {
  let outcomes: Outcome[];
  beforeAll(async () => {
    const began = performance.now();
    outcomes = await simulateInProcesses(scale, processes);
    const seconds = (performance.now() - began) / 1000;
    process.stdout.write(`${tableOf(outcomes)}\n\n${figuresOf(outcomes, seconds)}\n`);
  }, patienceMs);

  test.each(demands)('$title', ({ broken }) => {
    for (const outcome of outcomes)
      expect(broken(outcome, scale.connectors / processes)).toEqual([]);
  });

  test('everything that can befall them did, often', () => {
    for (const name of rowNames.filter((each) => each !== 'nothing at all')) {
      const incidents = outcomes.map(({ table }) => table[name]?.incidents ?? 0);
      expect({ name, incidents: Math.min(...incidents) }).toEqual({
        name,
        incidents: expect.toSatisfy((count: number) => count >= 20) as number,
      });
    }
  });
});
