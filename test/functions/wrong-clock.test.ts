import { describe, expect, test } from 'vitest';
import { checking } from '../support/checking.ts';
import { watchedFleet } from '../support/watched-fleet.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const yearMs = 365 * dayMs;

describe('our clock', () => {
  test.each([
    ['forward by three hours', 3 * hourMs],
    ['forward by a year', yearMs],
    ['back by ten minutes', -10 * minuteMs],
    ['back by two hours', -2 * hourMs],
  ])(
    'that is set %s checks nobody twice in a minute, and everybody within hours',
    async (_, by) => {
      const { timer, passHours, handedOut, records, close } = await watchedFleet(8);
      await passHours(3);
      timer.setClock(new Date(timer.now().getTime() + by));
      handedOut.splice(0);
      await passHours(4);
      await close();

      expect(new Set(handedOut.map(({ connectorId }) => connectorId)).size).toBe(records.length);
      for (const its of Map.groupBy(handedOut, ({ connectorId }) => connectorId).values()) {
        expect(its.length).toBeLessThanOrEqual(5);
        const seconds = its.map(({ at }, place) => at - (its[place - 1]?.at ?? -Infinity));
        expect(Math.min(...seconds)).toBeGreaterThan(20 * 60);
      }
    },
  );

  test('that was ahead by a year is made good: nobody waits a year for the next check', async () => {
    const { timer, passHours, handedOut, records, lines, close } = await watchedFleet(60);
    const right = timer.now().getTime();
    timer.setClock(new Date(right + yearMs));
    await passHours(0.2);
    timer.setClock(new Date(right + hourMs / 5));
    handedOut.splice(0);
    await passHours(0.1);
    const found = new Set(handedOut.map(({ connectorId }) => connectorId));
    handedOut.splice(0);
    await passHours(1.5);
    await close();

    expect(found.size).toBe(records.length);
    expect(handedOut.length).toBeGreaterThanOrEqual(records.length);
    expect(handedOut.length).toBeLessThan(3 * records.length);
    expect(lines.filter((line) => line === 'task-dead-end')).toEqual([]);
  });

  test('that was ahead when the next check was written leaves those alone that are due within days', async () => {
    const { check, change, clock } = await checking();
    await change({ nextCheckAt: new Date(clock.now().getTime() + 36 * hourMs).toISOString() });
    expect(await check()).toBe('not-due');
    await change({ nextCheckAt: new Date(clock.now().getTime() + 49 * hourMs).toISOString() });
    expect(await check()).toBe('checked');
  });

  test('that is set back between two failures breaks nothing too soon, and nothing too late', async () => {
    const { check, clock, stored, change } = await checking(() => 'key-deleted');
    await check();
    clock.advance(-3 * hourMs);
    const due = async () => change({ nextCheckAt: clock.now().toISOString() });
    await due();
    await check();
    expect((await stored()).health.state).toBe('healthy');
    clock.advance(6 * minuteMs);
    await check();
    const { health } = await stored();
    expect(health.state).toBe('broken');
    expect(Date.parse(health.since)).toBeLessThanOrEqual(clock.now().getTime());
  });

  test('that was ahead at a rotation or a full check does not bind the checks that follow', async () => {
    const { check, clock, stored, change, rotate } = await checking();
    await rotate('new-reader@acme-analytics.iam.gserviceaccount.com');
    const { previous } = await stored();
    if (!previous) throw new Error('There is no way back.');
    const until = new Date(clock.now().getTime() + yearMs + 7 * dayMs).toISOString();
    const fullyCheckedAt = new Date(clock.now().getTime() + yearMs).toISOString();
    await change({ previous: { ...previous, until }, fullyCheckedAt });
    await check();
    const { nextCheckAt = '', fullyCheckedAt: now } = await stored();
    expect(Date.parse(nextCheckAt) - clock.now().getTime()).toBeGreaterThan(29 * minuteMs);
    expect(now).toBe(clock.now().toISOString());
  });

  test('that was ahead at a rotation does not let a key of long ago come back', async () => {
    const { check, clock, stored, change, rotate } = await checking((email) =>
      email.startsWith('new') ? 'key-deleted' : 'fine',
    );
    await rotate('new-reader@acme-analytics.iam.gserviceaccount.com');
    const { previous } = await stored();
    if (!previous) throw new Error('There is no way back.');
    const until = new Date(clock.now().getTime() + yearMs).toISOString();
    await change({ previous: { ...previous, until } });
    await check();
    clock.advance(7 * minuteMs);
    expect(await check()).toBe('checked');
    expect((await stored()).health.state).toBe('broken');
  });

  test('that was ahead when news was written does not keep it back', async () => {
    let broken = true;
    const { timer, passHours, announcer, schedule, connectors, close } = await watchedFleet(
      1,
      () => (broken ? 'key-deleted' : 'fine'),
    );
    const { announce } = { announce: announcer.announce.bind(announcer) };
    announcer.announce = async () => Promise.reject(new Error('The topic is away.'));
    timer.setClock(new Date(timer.now().getTime() + yearMs));
    await passHours(1);
    schedule.fires = false;
    timer.setClock(new Date(timer.now().getTime() - yearMs));
    announcer.announce = announce;
    broken = false;
    expect(await connectors.announcements({ limit: 9, before: new Date(8.64e15) })).toHaveLength(1);
    schedule.fires = true;
    await passHours(0.1);
    await close();
    expect(announcer.latest().map(({ data }) => 'to' in data && data.to)).toContain('broken');
  });
});
