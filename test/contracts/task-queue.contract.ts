import { describe, expect, test } from 'vitest';
import type { TaskQueue } from '../../shared/ports/task-queue.ts';
import { hostileIds, lookAlikes } from './odd-names.ts';
import { acme, globex, sampleId } from '../support/sample-records.ts';

export interface QueueUnderTest {
  queue: TaskQueue;
  /** Lets be done what waits, and tells what each function was asked since the last time. */
  run: () => Promise<Asked[]>;
  /** So much time passes. */
  pass: (milliseconds: number) => Promise<void>;
}

export interface Asked {
  of: 'check-connector' | 'check-connectors';
  /** All that it was told. */
  told: unknown;
}

const hour = 60 * 60 * 1000;
const connectorId = sampleId('connector');
const task = { name: 'a-check', workspace: acme, connectorId };
const after = { workspace: acme, connectorId, nextCheckAt: '2026-03-02T09:00:00.000Z' };

/** What every TaskQueue owes, whoever keeps the tasks. */
export function taskQueueContract(
  name: string,
  make: () => QueueUnderTest | Promise<QueueUnderTest>,
): void {
  describe(`${name} is a TaskQueue`, () => {
    test('has a check done once, with the ids of its connector', async () => {
      const { queue, run } = await make();

      expect(await queue.add(task)).toBe('added');

      expect(await run()).toEqual([
        { of: 'check-connector', told: { workspace: acme, connectorId } },
      ]);
      expect(await run()).toEqual([]);
    });

    test('has a continuation done once, from where it was left', async () => {
      const { queue, run } = await make();

      expect(await queue.addContinuation({ name: 'next', after })).toBe('added');

      expect(await run()).toEqual([{ of: 'check-connectors', told: { after } }]);
      expect(await run()).toEqual([]);
    });

    test('knows a name that waits, whatever is to be done under it', async () => {
      const { queue, run } = await make();
      await queue.add(task);

      expect(await queue.add(task)).toBe('known');
      expect(await queue.add({ ...task, workspace: globex })).toBe('known');

      expect(await run()).toHaveLength(1);
    });

    test('knows a name that was done lately, and not for ever', async () => {
      const { queue, run, pass } = await make();
      await queue.add(task);
      await run();

      await pass(hour - 1000);
      expect(await queue.add(task)).toBe('known');
      await pass(1000);
      expect(await queue.add(task)).toBe('added');

      expect(await run()).toHaveLength(1);
    });

    test('knows the name of a continuation, too', async () => {
      const { queue, run } = await make();
      await queue.addContinuation({ name: 'next', after });
      await run();

      expect(await queue.addContinuation({ name: 'next', after })).toBe('known');
      expect(await run()).toEqual([]);
    });

    test('gives a name to one of many who add it at once', async () => {
      const { queue, run } = await make();

      const outcomes = await Promise.all(Array.from({ length: 5 }, () => queue.add(task)));

      expect(outcomes.toSorted()).toEqual(['added', 'known', 'known', 'known', 'known']);
      expect(await run()).toHaveLength(1);
    });

    test.each(lookAlikes)('does not take %j for %j', async (one, other) => {
      const { queue, run } = await make();

      expect(await queue.add({ ...task, name: one })).toBe('added');
      expect(await queue.add({ ...task, name: other })).toBe('added');

      expect(await run()).toHaveLength(2);
    });

    test('does not take a check for a continuation of the same name', async () => {
      const { queue, run } = await make();

      expect(await queue.add({ ...task, name: 'one' })).toBe('added');
      expect(await queue.addContinuation({ name: 'one', after })).toBe('added');

      expect(await run()).toHaveLength(2);
    });

    test.each(hostileIds)('carries a hostile id as it is: %j', async (hostile) => {
      const { queue, run } = await make();

      await queue.add({ name: hostile, workspace: hostile, connectorId: hostile });
      await queue.addContinuation({
        name: hostile,
        after: { workspace: hostile, connectorId: hostile, nextCheckAt: hostile },
      });

      const ids = { workspace: hostile, connectorId: hostile };
      expect(await run()).toEqual([
        { of: 'check-connector', told: ids },
        { of: 'check-connectors', told: { after: { ...ids, nextCheckAt: hostile } } },
      ]);
    });

    test('keeps two hundred tasks apart', async () => {
      const { queue, run } = await make();
      const ids = Array.from({ length: 200 }, (_, n) => sampleId('connector', n));

      const outcomes = await Promise.all(
        ids.map((id) => queue.add({ name: id, workspace: acme, connectorId: id })),
      );

      expect(outcomes.every((outcome) => outcome === 'added')).toBe(true);
      const told = (await run()).map(
        (asked) => (asked.told as { connectorId: string }).connectorId,
      );
      expect(told.toSorted()).toEqual(ids);
    });
  });
}
