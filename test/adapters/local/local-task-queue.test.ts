import { describe, expect, test } from 'vitest';
import { Problem } from '../../../shared/problems/problem.ts';
import { acme, sampleId } from '../../support/sample-records.ts';
import { continuation, minute, never, stage, task } from './queue-stage.ts';

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
