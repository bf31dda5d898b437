import { describe, expect, test } from 'vitest';
import { cleanRows, dayMs, rowsOf } from '../../support/drifting-connector.ts';
import type { DriftStage } from './stage.ts';

const mebibyte = 1024 ** 2;
const least = 10 * mebibyte;

/** Bytes are counted by the day of UTC, which must not end while they are. */
const untilNoonTomorrow = (now: Date): number =>
  (Math.floor(now.getTime() / dayMs) + 1.5) * dayMs - now.getTime();

export function whatItCosts({ save, fault, now }: DriftStage): void {
  describe('what costs something is done again in a check of every hour', () => {
    test('not where the table is the same, whatever its rows', async () => {
      const { check, replaceTable, checkOf, createdAt, billed, record } = await save();
      replaceTable({ rows: rowsOf(cleanRows(500)), createdAt: createdAt });

      await check();

      expect(await billed()).toBe(0);
      expect(await checkOf('D5')).toMatchObject({ evidence: { rows: 1000 } });
      // It is not the check of the day: that comes a day after the last.
      expect((await record())?.fullyCheckedAt).toMatch(/Z$/);
      expect(((await record())?.fullyCheckedAt ?? '') < createdAt.toISOString()).toBe(true);
    });

    test('where the table was made anew, as each night: its keys are counted once, and nothing is told', async () => {
      const { check, checkOf, drift, told, record, rebuild, billed } = await save();
      rebuild({ rows: rowsOf(cleanRows(900)) });
      const before = now().toISOString();

      await check();
      expect(await billed()).toBe(least);
      expect(await checkOf('D5')).toMatchObject({ evidence: { rows: 900 } });
      // All was checked: the next day begins now.
      expect(((await record())?.fullyCheckedAt ?? '') >= before).toBe(true);
      await check();

      expect(await billed()).toBe(0);
      expect(await drift()).toEqual([]);
      expect(told()).toEqual([]);
    });

    test('where a column was added', async () => {
      const { check, replaceTable, record, createdAt, billed } = await save();
      const before = (await record())?.shapes?.counted;
      replaceTable({
        createdAt: createdAt,
        fields: [
          { name: 'id', type: 'INTEGER' },
          { name: 'email', type: 'STRING' },
          { name: 'since', type: 'DATE' },
        ],
        rows: rowsOf(cleanRows(10).map((row) => [...row, null])),
      });

      await check();

      expect(await billed()).toBe(least);
      expect((await record())?.shapes?.counted).not.toBe(before);
    });

    test('where an export can only be tried, since its dataset may not be looked at', async () => {
      const role = 'projects/acme-analytics/roles/blindWriter';
      const { check, checkOf, record } = await save({
        purpose: 'export',
        key: 'export-blind',
        role,
      });

      for (const _ of [1, 2]) {
        await check();
        expect(await checkOf('E1')).toMatchObject({ outcome: 'passed' });
        expect((await record())?.health.failingSince).toBeUndefined();
      }
    });

    test('where the dataset of an export may not be looked at any more: that it is there is tried', async () => {
      const { check, checkOf, grant, revoke, drift, name } = await save({ purpose: 'export' });
      revoke('roles/bigquery.dataEditor');
      grant('projects/acme-analytics/roles/blindWriter');

      await check();

      expect(await checkOf('E1')).toMatchObject({ outcome: 'passed' });
      expect(await drift()).toMatchObject([
        { aspect: 'permissions-reduced', was: `bigquery.datasets.get on dataset ${name}` },
      ]);
    });

    test('not while something else is inconclusive, once it was done', async () => {
      const { check, record, billed } = await save();
      await fault({ operation: 'certificates', status: 503 });
      const before = now().toISOString();

      await check({ full: true });

      const { latestReport, fullyCheckedAt = '' } = (await record()) ?? {};
      expect(latestReport?.outcome).toBe('inconclusive');
      expect(fullyCheckedAt >= before).toBe(true);
      expect(await billed()).toBe(0); // of Google's cache
    });
  });

  describe('the bytes of a day', () => {
    // Each reading of the key column is billed as some 600 MiB.
    const large = { bytesFactor: 30_000 };

    test('are never exceeded by checks that nobody asked for; what was found last stands', async () => {
      const { check, checkOf, record, advance, drift, told, rebuild, billed } = await save({
        more: large,
      });
      const today = async () => (await record())?.billed;
      advance(untilNoonTomorrow(now()));

      rebuild(large);
      await check();
      const whole = (await today())?.bytes ?? 0;
      expect(whole).toBeGreaterThan(500 * mebibyte);
      expect(whole).toBeLessThan(700 * mebibyte);
      rebuild(large);
      await check();
      expect(await checkOf('D5')).toMatchObject({
        outcome: 'passed',
        detail: expect.stringMatching(/To stay within the bytes of a day, some \d+ %/) as string,
      });
      for (let each = 0; each < 6; each += 1) {
        rebuild(large);
        await check();
        expect((await today())?.bytes).toBeLessThanOrEqual(1024 * mebibyte);
      }
      const spent = (await today())?.bytes ?? 0;
      expect(spent).toBeGreaterThan(900 * mebibyte);
      expect(await billed()).toBe(0);
      expect(await checkOf('D5')).toMatchObject({ outcome: 'passed' });
      expect((await record())?.health.state).toBe('healthy');
      expect(await drift()).toEqual([]);
      expect(told()).toEqual([]);

      advance(dayMs);
      await check();
      expect(await billed()).toBe(whole);
    });

    test('do not keep somebody from checking now, and what that bills is counted', async () => {
      const { check, checkNow, record, advance, rebuild, billed } = await save({ more: large });
      advance(untilNoonTomorrow(now()));
      for (let each = 0; each < 3; each += 1) {
        rebuild(large);
        expect((await checkNow()).json).toMatchObject({ outcome: 'passed' });
      }
      expect((await record())?.billed?.bytes).toBeGreaterThan(1500 * mebibyte);

      rebuild(large);
      await check({ full: true });

      expect(await billed()).toBe(0);
    });
  });
}
