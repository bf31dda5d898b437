import { describe, expect, test } from 'vitest';
import { minute, stage, task } from './queue-stage.ts';

describe('the limits of a laptop’s queue', () => {
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
});
