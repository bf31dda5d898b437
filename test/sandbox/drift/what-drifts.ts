import { describe, expect, test } from 'vitest';
import { cleanRows, dayMs, rowsOf } from '../../support/drifting-connector.ts';
import type { DriftStage } from './stage.ts';

const email = { name: 'email', type: 'STRING', mode: 'NULLABLE' } as const;
const id = { name: 'id', type: 'INTEGER', mode: 'REQUIRED' } as const;

/** Everything that may drift, a test each. */
export function whatDrifts({ save, said, now }: DriftStage): void {
  describe('drift from what was saved, over the stand-in for Google:', () => {
    test('nothing has changed: nothing is told', async () => {
      const { check, drift, changes } = await save();

      await check();
      await check({ full: true });

      expect(await drift()).toEqual([]);
      expect(said()).toEqual([]);
      expect(await changes()).toEqual([]);
    });

    test('the key’s expiry is approaching: 30, 14, 7 and 1 days, each told once', async () => {
      const { check, publish, advance, drift, changes } = await save();
      publish(new Date(now().getTime() + 31.5 * dayMs));
      await check();
      expect(await drift()).toEqual([]);

      for (const days of [2, 10, 6, 1, 6, 4]) {
        advance(days * dayMs);
        await check();
        await check();
      }

      expect(said()).toEqual([
        ['healthy → degraded', 'key-expires: within 30 days'],
        ['drift', 'key-expires: within 14 days'],
        ['drift', 'key-expires: within 7 days'],
      ]);
      advance(2 * dayMs);
      await check();
      expect(said().slice(3)).toEqual([['drift', 'key-expires: within 1 day']]);
      expect(await drift()).toMatchObject([{ aspect: 'key-expires', was: 'without an end' }]);
      expect(await changes()).toHaveLength(4);
    });

    test('the key was deleted: told with the break, not before', async () => {
      const { check, withdrawKey, advance, drift, checkOf } = await save();
      withdrawKey();

      await check();
      expect(said()).toEqual([]);
      expect(await drift()).toMatchObject([{ aspect: 'key-deleted' }]);
      expect((await drift())[0]).not.toHaveProperty('toldAt');
      advance(6 * 60_000);
      await check();

      expect(said()).toEqual([['healthy → broken', 'key-deleted: not listed by Google']]);
      expect(await checkOf('B1')).toMatchObject({ cause: 'key-gone' });
      expect((await drift())[0]).toHaveProperty('toldAt');
    });

    test('the column was renamed: the new name is guessed', async () => {
      const { check, replaceTable, advance, name, drift } = await save();
      replaceTable({ fields: [id, { ...email, name: 'e_mail' }] });

      await check();
      advance(6 * 60_000);
      await check();

      expect(said()).toEqual([['healthy → broken', 'column-renamed: e_mail']]);
      expect(await drift()).toMatchObject([
        {
          was: 'email',
          detail: `Column email of ${name}.readers is gone; perhaps it is now called e_mail, which is new and of the same type.`,
        },
      ]);
    });

    test('the column was retyped: told with what it was', async () => {
      const { check, replaceTable, advance, name, told } = await save();
      replaceTable({
        fields: [id, { ...email, type: 'INTEGER' }],
        rows: rowsOf(cleanRows(20).map(([at]) => [at ?? 0, at ?? 0])),
      });

      await check();
      advance(6 * 60_000);
      await check();

      expect(said()).toEqual([['healthy → broken', 'column-type: INTEGER']]);
      expect(told()[0]?.data.differences?.[0]?.detail).toBe(
        `Column email of ${name}.readers was STRING when the connector was saved, and is INTEGER now.`,
      );
    });

    test('the table was replaced by a view', async () => {
      const { check, replaceTable, name, record, told } = await save();
      replaceTable({
        kind: 'VIEW',
        view: { query: 'SELECT contact_id AS id, email FROM `acme-analytics.crm.subscribers`' },
      });

      await check();

      expect(said()).toEqual([['drift', 'table-kind: a view']]);
      expect(told()[0]?.data.differences?.[0]?.detail).toBe(
        `${name}.readers was a table when the connector was saved, and is a view now.`,
      );
      expect((await record())?.health.state).toBe('healthy');
    });

    test('the table is about to expire', async () => {
      const { check, replaceTable, checkOf } = await save();
      replaceTable({ expiresAt: new Date(now().getTime() + 5 * dayMs) });

      await check();
      await check();

      expect(said()).toEqual([['healthy → degraded', 'table-expires: within 7 days']]);
      expect(await checkOf('D2')).toMatchObject({ outcome: 'warning', cause: 'table-expires' });
    });

    test.each(['import', 'export'] as const)(
      'the tables of the dataset are about to expire (%s)',
      async (purpose) => {
        const { check, replaceDataset } = await save({ purpose });
        replaceDataset({ defaultTableExpirationMs: 60 * dayMs });

        await check();

        const aspect = `${purpose === 'export' ? 'export-' : ''}dataset-default-expiration: 60 days`;
        expect(said()).toEqual([[purpose === 'export' ? 'healthy → degraded' : 'drift', aspect]]);
      },
    );

    test('a partition filter was switched on: told, and rows are read with one', async () => {
      const { check, replaceTable, checkOf } = await save();
      const at = { name: 'at', type: 'DATE', mode: 'NULLABLE' } as const;
      replaceTable({
        fields: [id, email, at],
        rows: rowsOf(cleanRows(50).map((row) => [...row, '2026-01-01'])),
        partitioning: { type: 'DAY', column: 'at', filterRequired: true },
      });

      await check();

      expect(said()[0]).toContain('partition-filter: required');
      expect(await checkOf('D4')).toMatchObject({ outcome: 'passed' });
      expect(await checkOf('D5')).toMatchObject({ evidence: { rows: 50 } });
    });

    test.each(['import', 'export'] as const)(
      'the dataset was made anew elsewhere (%s)',
      async (purpose) => {
        const { check, replaceDataset, record, lines } = await save({ purpose });
        const trialsBefore = (await record())?.shapes?.tried;
        replaceDataset({ location: 'EU', createdAt: now() });

        await check();

        const which = purpose === 'export' ? 'export-' : '';
        expect(said()).toEqual([['drift', `${which}dataset-moved: EU`]]);
        expect(lines.some(({ event }) => event === 'connector-drift-found')).toBe(true);
        if (purpose === 'export') expect((await record())?.shapes?.tried).not.toBe(trialsBefore);
      },
    );

    test('the dataset was made anew where it was', async () => {
      const { check, replaceDataset, advance } = await save();
      advance(dayMs);
      replaceDataset({ createdAt: now() });

      await check();

      expect(said()).toEqual([['drift', expect.stringMatching(/^dataset-recreated: 20/)]]);
    });

    test('permissions were reduced, and the work goes on: the right is named', async () => {
      const { check, grant, revoke, name, dataset } = await save();
      revoke('roles/bigquery.dataViewer');
      grant('roles/bigquery.dataViewer', { dataset, table: 'readers' });

      await check();

      expect(said()).toEqual([
        ['drift', `permissions-reduced: no bigquery.datasets.get on dataset ${name}`],
      ]);
    });

    test('permissions were reduced, and the work cannot be done: the right is named with the break', async () => {
      const { check, grant, revoke, advance, name } = await save();
      revoke('roles/bigquery.dataViewer');
      grant('roles/bigquery.metadataViewer');

      await check();
      advance(6 * 60_000);
      await check();

      expect(said()).toEqual([
        [
          'healthy → broken',
          `permissions-reduced: no bigquery.tables.getData on table ${name}.readers`,
        ],
      ]);
    });

    test('permissions have grown beyond need: the dangerous ones are named', async () => {
      const { check, grant, revoke, account, told } = await save();
      grant('roles/editor', {});

      await check();
      revoke('roles/editor');

      const [event] = told();
      expect(said()[0]?.[0]).toBe('healthy → degraded');
      expect(event?.data.differences).toMatchObject([
        {
          aspect: 'permissions-grown',
          was: 'nothing on project acme-analytics',
          detail: expect.stringContaining(`The account ${account} can do more`) as string,
        },
      ]);
    });

    test('quality is falling: empties, malformed, duplicates, fewer rows', async () => {
      const { check, replaceTable, drift } = await save();
      const rows = cleanRows(400);
      const spoiled = rows.map(([at, key], index) => {
        if (index % 10 === 1) return [at ?? 0, null];
        if (index % 10 === 2) return [at ?? 0, 'no address'];
        return [at ?? 0, index % 10 === 3 ? 'same@example.com' : (key ?? null)];
      });
      replaceTable({ rows: rowsOf(spoiled) });

      await check({ full: true });

      expect((await drift()).map(({ aspect, was, is }) => `${aspect}: ${was} → ${is}`)).toEqual([
        'keys-empty: 0 % → 10 %',
        'keys-malformed: 0 % → 10 %',
        'keys-duplicate: 0 % → 9.8 %',
        'rows-fewer: 1,000 rows → 400 rows',
      ]);
      expect(said()).toHaveLength(1);
      expect(said()[0]?.[0]).toBe('healthy → degraded');
    });
  });
}
