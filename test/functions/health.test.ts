import { describe, expect, test } from 'vitest';
import { fleet, hourMs } from '../support/fleet.ts';

describe('two days of a fleet', () => {
  test('real breaks are told once, within an hour and a half, and their ends once; what passes is not told', async () => {
    const { told, pass, timer, lines, close } = await fleet(12, (index, hour) => {
      if (hour >= 24 && hour < 26) return 'down';
      if (hour >= 30 && hour < 31 && Math.floor(hour * 60 + index * 7) % 10 < 3) return 'down';
      if (index === 0 && hour >= 5) return 'key-deleted';
      if (index === 1 && hour >= 6 && hour < 12) return 'no-jobs';
      if (index === 2 && hour >= 8 && hour < 20) return 'quota';
      return 'fine';
    });
    await pass(36);
    timer.setClock(new Date(timer.now().getTime() + 3 * hourMs)); // a clock that was set forward
    await pass(12);
    await close();

    const announced = told();
    expect(announced.map(({ said }) => said)).toEqual([
      'w0 healthy → broken B1 key-gone',
      'w1 healthy → broken C2 jobs.create',
      'w1 broken → healthy',
    ]);
    const [deleted, removed, granted] = announced.map(({ hour }) => hour);
    expect(deleted).toBeLessThan(5 + 1.7);
    expect(removed).toBeLessThan(6 + 1.7);
    expect(granted).toBeGreaterThanOrEqual(12);
    expect(granted).toBeLessThan(12 + 9); // who is broken is asked more and more seldom
    expect(lines.filter(({ event }) => /dead-end|failed|delayed/.test(event))).toEqual([]);
  });

  test('each is checked some once an hour, and counted for money once a day', async () => {
    const { pass, lines, close } = await fleet(5, () => 'fine');
    await pass(24);
    await close();
    const checks = lines.filter(({ event }) => event === 'connector-checked');
    expect(checks.length).toBeGreaterThanOrEqual(5 * 22);
    expect(checks.length).toBeLessThanOrEqual(5 * 26);
    const full = checks.filter(({ facts }) => (facts as { full: boolean }).full);
    expect(full.length).toBeLessThanOrEqual(5 * 2);
    expect(full.length).toBeGreaterThanOrEqual(5);
  });
});
