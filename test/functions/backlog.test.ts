import { describe, expect, test } from 'vitest';
import type { TaskQueue } from '../../shared/ports/task-queue.ts';
import { watchedFleet } from '../support/watched-fleet.ts';

const minuteMs = 60_000;
/** What the queue hands out: so many at once, then so many a second. */
const burst = 50;
const aSecond = 50;

describe('a schedule that does not fire for a day', () => {
  test('leaves no stampede: each is checked once, the longest due first, no faster than the queue goes', async () => {
    const { schedule, passHours, handedOut, close, timer } = await watchedFleet(120);
    schedule.fires = false;
    await passHours(24);
    schedule.fires = true;
    await timer.pass(2 * minuteMs);
    await close();

    expect(handedOut).toHaveLength(120);
    expect(new Set(handedOut.map(({ connectorId }) => connectorId)).size).toBe(120);
    expect(handedOut.map(({ due }) => due)).toEqual(handedOut.map(({ due }) => due).toSorted());
    const [first] = handedOut;
    const began = first?.at ?? 0;
    for (const [place, { at }] of handedOut.entries())
      expect(at - began).toBeGreaterThanOrEqual((place + 1 - burst) / aSecond - 0.001);
    expect((handedOut.at(-1)?.at ?? 0) - began).toBeLessThan(120 / aSecond);
  });

  test('is forgotten an hour later: all are back at moments of their own', async () => {
    const { schedule, passHours, handedOut, close } = await watchedFleet(60);
    schedule.fires = false;
    await passHours(24);
    schedule.fires = true;
    await passHours(2);
    handedOut.splice(0);
    await passHours(1);
    await close();

    expect(handedOut).toHaveLength(60);
    const minutes = Map.groupBy(handedOut, ({ at }) => Math.floor(at / 60));
    expect(Math.max(...[...minutes.values()].map(({ length }) => length))).toBeLessThan(12); // 8 in one would come once in some 2,000 runs
  });
});

describe('a schedule that fires', () => {
  test('twice at once makes one task each', async () => {
    const { pass, timer, schedule, handedOut, close } = await watchedFleet(100);
    schedule.fires = false;
    await timer.pass(10 * minuteMs);
    const passes = await Promise.all([pass(), pass()]);
    await timer.pass(minuteMs);
    await close();

    expect(passes.reduce((sum, { added }) => sum + added, 0)).toBe(100);
    expect(passes.reduce((sum, { known }) => sum + known, 0)).toBe(100);
    expect(handedOut).toHaveLength(100);
  });

  test('again while its tasks still wait adds none', async () => {
    const { pass, timer, schedule, handedOut, close } = await watchedFleet(100);
    schedule.fires = false;
    await timer.pass(10 * minuteMs);
    await pass();
    expect(await pass()).toMatchObject({ added: 0, known: 100 });
    await timer.pass(minuteMs);
    expect(await pass()).toMatchObject({ added: 0, known: 0 });
    await close();
    expect(handedOut).toHaveLength(100);
  });

  test('goes on page after page, however many are due', async () => {
    const { pass, timer, schedule, queue, close } = await watchedFleet(520);
    schedule.fires = false;
    await timer.pass(30 * minuteMs);
    const names = new Set<string>();
    const kept: TaskQueue = {
      ...queue,
      async add({ name }) {
        names.add(name);
        return 'added';
      },
    };
    expect(await pass(kept)).toMatchObject({ added: 520, continued: false });
    await close();
    expect(names.size).toBe(520);
  });

  test('and cannot end in its time leaves the rest to a task of its own, where it was', async () => {
    const { pass, timer, schedule, queue, handedOut, close } = await watchedFleet(130);
    schedule.fires = false;
    await timer.pass(30 * minuteMs);
    const slow: TaskQueue = {
      ...queue,
      async add(task) {
        timer.setClock(new Date(timer.now().getTime() + 300)); // a hundred take thirty seconds
        return queue.add(task);
      },
    };
    expect(await pass(slow)).toEqual({ added: 100, known: 0, announced: 0, continued: true });
    await timer.pass(minuteMs);
    await close();
    expect(new Set(handedOut.map(({ connectorId }) => connectorId)).size).toBe(130);
    expect(handedOut).toHaveLength(130);
  });
});
