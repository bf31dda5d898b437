import { describe, expect, test } from 'vitest';
import type { TaskFacts } from '../../../shared/adapters/local/dead-end.ts';
import {
  localTaskQueue,
  type TaskHandlers,
} from '../../../shared/adapters/local/local-task-queue.ts';
import type { QueuePolicy } from '../../../shared/adapters/local/queue-policy.ts';
import { Problem } from '../../../shared/problems/problem.ts';
import { acme, sampleId } from '../../support/sample-records.ts';
import { virtualTimer } from '../../support/virtual-timer.ts';

const task = (n: number) => ({
  name: `task-${String(n)}`,
  workspace: acme,
  connectorId: sampleId('connector', n),
});
const continuation = {
  name: 'next',
  after: {
    workspace: acme,
    connectorId: sampleId('connector'),
    nextCheckAt: '2026-03-02T09:00:00.000Z',
  },
};

/** A queue whose handlers do what a test says, and what became known of it. */
function stage(handlers: Partial<TaskHandlers> = {}, policy: Partial<QueuePolicy> = {}) {
  const timer = virtualTimer();
  const began: { name: string; second: number }[] = [];
  const lines: { event: string; facts: TaskFacts }[] = [];
  const start = timer.now().getTime();
  const note = (name: string) => {
    began.push({ name, second: (timer.now().getTime() - start) / 1000 });
  };
  const queue = localTaskQueue({
    timer,
    policy,
    log: (event, facts) => {
      lines.push({ event, facts });
    },
    handlers: {
      async checkConnector(asked, signal) {
        note(asked.name);
        await handlers.checkConnector?.(asked, signal);
      },
      async checkConnectors(asked, signal) {
        note(asked.name);
        await handlers.checkConnectors?.(asked, signal);
      },
    },
  });
  return { timer, queue, began, lines };
}

const never = () => new Promise<never>(() => undefined);
const minute = 60_000;

describe('the queue of a laptop', () => {
  test('does each task once, after it was added and not within', async () => {
    const { timer, queue, began } = stage();

    await queue.add(task(1));
    await queue.addContinuation(continuation);
    expect(began).toEqual([]);
    await timer.pass(0);

    expect(began.map(({ name }) => name)).toEqual(['task-1', 'next']);
  });

  test('asks again with growing pauses, and gives up with one line that tells no secret', async () => {
    const failing = async () => {
      throw new Error('-----BEGIN PRIVATE KEY-----');
    };
    const { timer, queue, began, lines } = stage({ checkConnector: failing });

    await queue.add(task(1));
    await timer.pass(60 * minute);

    expect(began.map(({ second }) => second)).toEqual([0, 10, 30, 70, 150]);
    expect(lines).toEqual([
      {
        event: 'task-dead-end',
        facts: {
          task: 'check-connector',
          name: 'task-1',
          workspace: acme,
          connectorId: sampleId('connector'),
          attempts: 5,
          error: 'Error',
        },
      },
    ]);
  });

  test('knows a task that failed and will be tried again', async () => {
    let failures = 1;
    const { timer, queue, began, lines } = stage({
      async checkConnector() {
        if (failures-- > 0) throw new Error();
      },
    });
    await queue.add(task(1));
    await timer.pass(5000);

    expect(await queue.add(task(1))).toBe('known');
    await timer.pass(60 * minute);

    expect(began.map(({ second }) => second)).toEqual([0, 10]);
    expect(lines).toEqual([]);
  });

  test('says which refusal was a dead end', async () => {
    const refusing = () => {
      throw new Problem('store-unavailable', 'Try again soon.');
    };
    const { timer, queue, lines } = stage({ checkConnectors: refusing }, { attempts: 1 });

    await queue.addContinuation(continuation);
    await timer.pass(0);

    expect(lines).toMatchObject([
      { facts: { task: 'check-connectors', code: 'store-unavailable' } },
    ]);
  });

  test('never pauses for longer than it may', async () => {
    const { timer, queue, began } = stage(
      { checkConnector: () => Promise.reject(new Error()) },
      { attempts: 5, mostPauseMs: 15_000 },
    );

    await queue.add(task(1));
    await timer.pass(minute);

    expect(began.map(({ second }) => second)).toEqual([0, 10, 25, 40, 55]);
  });

  test('runs no more at once than it may', async () => {
    const ends: (() => void)[] = [];
    const { timer, queue, began } = stage(
      { checkConnector: () => new Promise<void>((resolve) => ends.push(resolve)) },
      { atOnce: 2 },
    );

    for (let n = 1; n <= 4; n += 1) await queue.add(task(n));
    await timer.pass(minute);
    expect(began).toHaveLength(2);
    ends[0]?.();
    await timer.pass(0);

    expect(began).toHaveLength(3);
  });

  test('starts no more a second than it may, after a burst', async () => {
    const { timer, queue, began } = stage({}, { dispatchesASecond: 3, burst: 2, atOnce: 100 });

    for (let n = 1; n <= 8; n += 1) await queue.add(task(n));
    await timer.pass(minute);

    expect(began.map(({ second }) => Math.round(second * 10) / 10)).toEqual([
      0, 0, 0.3, 0.7, 1, 1.3, 1.7, 2,
    ]);
  });

  test('remembers a name for an hour after its end, also when that was a dead end', async () => {
    const { timer, queue } = stage(
      { checkConnector: () => Promise.reject(new Error()) },
      { attempts: 1 },
    );
    await queue.add(task(1));
    await timer.pass(0);

    await timer.pass(60 * minute - 1);
    expect(await queue.add(task(1))).toBe('known');
    await timer.pass(1);
    expect(await queue.add(task(1))).toBe('added');
  });

  test('forgets a name within an hour, too, after the clock was set back', async () => {
    const { timer, queue } = stage();
    await queue.add(task(1));
    await timer.pass(0);

    timer.setClock('2026-03-01T09:00:00.000Z');
    expect(await queue.add(task(1))).toBe('known');
    await timer.pass(60 * minute);

    expect(await queue.add(task(1))).toBe('added');
  });

  test('goes on at its rate after the clock was set back', async () => {
    const { timer, queue, began } = stage({}, { dispatchesASecond: 1, burst: 1 });
    await queue.add(task(1));
    await timer.pass(0);

    timer.setClock('2026-03-01T09:00:00.000Z');
    await queue.add(task(2));
    await timer.pass(1000);

    expect(began).toHaveLength(2);
  });

  test('remembers no more names than it may, the latest ones', async () => {
    const { timer, queue } = stage({}, { most: 2 });
    for (let n = 1; n <= 3; n += 1) {
      await queue.add(task(n));
      await timer.pass(0);
    }

    const again = [await queue.add(task(3)), await queue.add(task(2)), await queue.add(task(1))];

    expect(again).toEqual(['known', 'known', 'added']);
  });

  test('takes no more tasks than it may', async () => {
    const { queue } = stage({}, { most: 2 });
    await queue.add(task(1));
    await queue.add(task(2));

    await expect(queue.add(task(3))).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  test('tells a handler whose time is up to stop, and asks again', async () => {
    let heard = 0;
    const { timer, queue, began, lines } = stage(
      {
        checkConnector(_, signal) {
          signal.addEventListener('abort', () => (heard += 1));
          return never();
        },
      },
      { attempts: 2, attemptMs: minute, atOnce: 1 },
    );

    await queue.add(task(1));
    await timer.pass(10 * minute);

    expect(began.map(({ second }) => second)).toEqual([0, 70]);
    expect(heard).toBe(2);
    expect(lines).toMatchObject([{ facts: { error: 'AttemptTooLong' } }]);
  });
});

describe('a queue that is closed', () => {
  test('waits for what runs, starts nothing more and takes nothing more', async () => {
    let end: () => void = () => undefined;
    const { timer, queue, began } = stage(
      { checkConnector: () => new Promise<void>((resolve) => (end = resolve)) },
      { atOnce: 1 },
    );
    await queue.add(task(1));
    await queue.add(task(2));
    await timer.pass(0);

    let closed = false;
    const closing = queue.close().then(() => (closed = true));
    await timer.pass(1000);
    expect(closed).toBe(false);
    end();
    await closing;

    expect(began).toHaveLength(1);
    expect(timer.pending()).toBe(0);
    await expect(queue.add(task(3))).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  test('waits no longer than it is told, and then tells what runs to stop', async () => {
    let stopped = false;
    const { timer, queue, lines } = stage({
      checkConnector(_, signal) {
        signal.addEventListener('abort', () => (stopped = true));
        return never();
      },
    });
    await queue.add(task(1));
    await timer.pass(0);

    const closing = queue.close(5000);
    await timer.pass(5000);
    await closing;

    expect(stopped).toBe(true);
    expect(lines).toEqual([]);
  });
});
