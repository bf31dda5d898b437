import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differences } from '../../../shared/connectors/drift/differences.ts';
import { type Difference, difference } from '../../../shared/schemas/drift.ts';
import type { Sighting } from '../../../shared/schemas/sighting.ts';
import { sampleConnection, sampleKeyFacts, validatedAt } from '../../support/sample-records.ts';
import { sampleSighting } from '../../support/sample-sighting.ts';
import { anySighting } from './any-sighting.ts';

const now = new Date('2026-03-04T09:00:00.000Z');
const dayMs = 86_400_000;
const key = sampleKeyFacts();
const connection = sampleConnection({
  exportDataset: { project: 'acme-analytics', dataset: 'exports' },
});
const saved = sampleSighting();
const between = (
  was: Sighting,
  is: Sighting,
  known: Difference[] = [],
  at: Date = now,
): Difference[] => differences({ saved: was, seen: is, connection, key, now: at, known });
const inDays = (days: number) => new Date(now.getTime() + days * dayMs).toISOString();

type Changed = Partial<Sighting>;
const table = saved.table ?? { kind: '', filterRequired: false };
const column = { name: 'email', type: 'STRING', mode: 'NULLABLE', policyTags: 0 };
const quality = { rows: 10_000, empty: 200, malformed: 10, duplicates: 100 };
const whole = 'acme-analytics.crm.subscribers';
const getData = `bigquery.tables.getData on table ${whole}`;
const jobs = 'bigquery.jobs.create on project acme-analytics';

describe('a difference to what was saved', () => {
  test.each<[string, Changed, string]>([
    ['key', { key: { listed: false } }, 'key-deleted: listed by Google → not listed by Google'],
    [
      'key with an end',
      { key: { listed: true, expiresAt: inDays(20) } },
      'key-expires: without an end → within 30 days',
    ],
    [
      'key that is over',
      { key: { listed: true, expiresAt: inDays(-1) } },
      'key-expires: without an end → over',
    ],
    [
      'column renamed',
      {
        column: undefined,
        columns: [
          { name: 'id', type: 'INTEGER', mode: 'REQUIRED' },
          { name: 'mail', type: 'STRING', mode: 'NULLABLE' },
          { name: 'mails', type: 'STRING', mode: 'REPEATED' },
        ],
      },
      'column-renamed: email → mail',
    ],
    ['column gone', { column: undefined, columns: [] }, 'column-gone: email → gone'],
    [
      'column gone of very many',
      { column: undefined, columns: undefined },
      'column-gone: email → gone',
    ],
    ['type', { column: { ...column, type: 'INTEGER' } }, 'column-type: STRING → INTEGER'],
    ['mode', { column: { ...column, mode: 'REQUIRED' } }, 'column-mode: NULLABLE → REQUIRED'],
    [
      'policy tag',
      { column: { ...column, policyTags: 1 } },
      'column-protected: open → protected by a policy tag',
    ],
    ['kind', { table: { ...table, kind: 'VIEW' } }, 'table-kind: a table → a view'],
    [
      'kind that nobody knows yet',
      { table: { ...table, kind: 'LAKE' } },
      'table-kind: a table → a lake',
    ],
    [
      'end of the table',
      { table: { ...table, expiresAt: inDays(0.5) } },
      'table-expires: without an end → within 1 day',
    ],
    [
      'far end of the table',
      { table: { ...table, expiresAt: inDays(100) } },
      'table-expires: without an end → in more than 30 days',
    ],
    [
      'partition filter',
      { table: { ...table, filterRequired: true } },
      'partition-filter: not required → required',
    ],
    [
      'dataset elsewhere',
      { dataset: { ...saved.dataset, location: 'US', createdAt: inDays(-1) } },
      'dataset-moved: EU → US',
    ],
    [
      'dataset made anew',
      { dataset: { ...saved.dataset, createdAt: '2026-03-03T09:00:00.000Z' } },
      'dataset-recreated: 2025-01-05T08:00:00.000Z → 2026-03-03T09:00:00.000Z',
    ],
    [
      'expiration of the dataset’s tables',
      { dataset: { ...saved.dataset, tablesLiveMs: 36 * 3_600_000 } },
      'dataset-default-expiration: for ever → 36 hours',
    ],
    [
      'export dataset elsewhere',
      { exportDataset: { ...saved.exportDataset, location: 'US' } },
      'export-dataset-moved: EU → US',
    ],
    [
      'right',
      { rights: { held: [jobs], lacking: [getData] } },
      `permissions-reduced: ${getData} → no ${getData}`,
    ],
    [
      'power',
      {
        powers: [
          { project: 'acme-analytics', permissions: ['iam.roles.create', 'storage.objects.get'] },
        ],
      },
      'permissions-grown: storage.objects.get on project acme-analytics → also iam.roles.create on project acme-analytics',
    ],
    ['empty keys', { quality: { ...quality, empty: 1200 } }, 'keys-empty: 2 % → 12 %'],
    [
      'malformed keys',
      { quality: { ...quality, malformed: 150 } },
      'keys-malformed: 0.1 % → 1.5 %',
    ],
    ['duplicates', { quality: { ...quality, duplicates: 5000 } }, 'keys-duplicate: 1 % → 50 %'],
    [
      'rows',
      { quality: { rows: 4000, empty: 80, malformed: 4, duplicates: 40 } },
      'rows-fewer: 10,000 rows → 4,000 rows',
    ],
  ])('of the %s is told with what was and what is', (_, changed, expected) => {
    const found = between(saved, without({ ...saved, ...changed }));

    expect(found.map(({ aspect, was, is }) => `${aspect}: ${was} → ${is}`)).toEqual([expected]);
  });

  test.each<[string, Changed, Changed]>([
    [
      'a table that was made anew, as each night',
      {},
      { table: { ...table, createdAt: inDays(0) } },
    ],
    [
      'a table that is made anew each night with an end two days off',
      { table: { ...table, expiresAt: '2026-03-04T09:00:00.000Z' } },
      { table: { ...table, expiresAt: inDays(2) } },
    ],
    [
      'an end that is farther than before',
      { table: { ...table, expiresAt: '2026-03-10T09:00:00.000Z' } },
      { table: { ...table, expiresAt: inDays(100) } },
    ],
    ['a key whose far end was moved', {}, { key: { listed: true, expiresAt: inDays(400) } }],
    ['another spelling of a type', {}, { column: { ...column, type: 'string' } }],
    [
      'SQL’s name of a type',
      { column: { ...column, type: 'INTEGER' } },
      { column: { ...column, type: 'INT64' } },
    ],
    [
      'tables that are kept for longer',
      { dataset: { location: 'EU', tablesLiveMs: dayMs } },
      { dataset: { location: 'EU', tablesLiveMs: 2 * dayMs } },
    ],
    ['a filter that is not required any more', { table: { ...table, filterRequired: true } }, {}],
    [
      'powers that were taken away',
      {},
      { powers: [{ project: 'acme-analytics', permissions: [] }] },
    ],
    ['a little more dirt', {}, { quality: { ...quality, empty: 290, malformed: 99 } }],
    ['fewer faults', {}, { quality: { rows: 10_000, empty: 0, malformed: 0, duplicates: 0 } }],
    [
      'a sample with fewer rows and duplicates',
      {},
      { quality: { rows: 90, empty: 2, malformed: 0, duplicates: 80, samplePercent: 1 } },
    ],
    [
      'a small table that has halved',
      { quality: { rows: 90, empty: 0, malformed: 0, duplicates: 0 } },
      { quality: { rows: 9, empty: 9, malformed: 0, duplicates: 0 } },
    ],
    ['another column', {}, { columns: [{ name: 'email', type: 'STRING', mode: 'NULLABLE' }] }],
  ])('is none in %s', (_, was, is) => {
    expect(between({ ...saved, ...was }, { ...saved, ...is })).toEqual([]);
  });

  test('of a dataset that is imported from and exported into is told once', () => {
    const both = sampleConnection({
      exportDataset: { project: 'acme-analytics', dataset: 'crm' },
    });
    const seen = { ...saved, dataset: { location: 'US' }, exportDataset: { location: 'US' } };

    const found = differences({ saved, seen, connection: both, key, now, known: [] });

    expect(found.map(({ aspect }) => aspect)).toEqual(['dataset-moved']);
  });

  test('is never a new name that is the old one, where not all columns were kept', () => {
    const ofMany = {
      ...saved,
      column,
      columns: [{ name: 'id', type: 'STRING', mode: 'NULLABLE' }],
    };
    const { type, mode } = column;
    const seen = { ...saved, column: undefined, columns: [{ name: 'EMAIL', type, mode }] };

    expect(between(ofMany, seen).map(({ aspect }) => aspect)).toEqual(['column-gone']);
  });

  test('is none between a sighting and itself', () => {
    fc.assert(
      fc.property(anySighting, (seen) => {
        expect(between(seen, seen, [], new Date(seen.at))).toEqual([]);
      }),
    );
  });

  test('names what was and what is, in bounded words that can be stored', () => {
    fc.assert(
      fc.property(anySighting, anySighting, (was, is) => {
        for (const found of between(was, is)) {
          expect(difference.parse(found)).toEqual(found);
          expect(found.was).not.toBe('');
          expect(found.is).not.toBe('');
          expect(found.was).not.toBe(found.is);
        }
      }),
    );
  });

  test('stays what was known of all that cannot be seen', () => {
    fc.assert(
      fc.property(anySighting, anySighting, (was, is) => {
        const known = between(was, is);

        expect(between(was, { at: is.at }, known)).toEqual(known);
      }),
    );
  });

  test('of which half is left is one still', () => {
    const worse = { ...saved, quality: { ...quality, empty: 310 } };
    const better = { ...saved, quality: { ...quality, empty: 260 } };
    const well = { ...saved, quality: { ...quality, empty: 220 } };
    const known = between(saved, worse);

    expect(known).toHaveLength(1);
    expect(between(saved, better)).toEqual([]);
    expect(between(saved, better, known)).toHaveLength(1);
    expect(between(saved, well, known)).toEqual([]);
  });

  test('of a right that was not asked about this time stays; that was proven is gone', () => {
    const known = between(saved, { ...saved, rights: { held: [jobs], lacking: [getData] } });
    const light = { ...saved, rights: { held: [jobs], lacking: [] } };

    expect(between(saved, light, known)).toEqual(known);
    expect(between(saved, light)).toEqual([]);
    expect(between(saved, saved, known)).toEqual([]);
  });

  test('of an end is as near as it is now, not as it was when it was seen', () => {
    const was = { ...saved, key: { listed: true, expiresAt: '2026-03-31T09:00:00.000Z' } };
    const at = (date: string) => between(was, was, [], new Date(date)).map(({ is }) => is);

    expect(at(validatedAt)).toEqual([]);
    expect(at('2026-03-20T09:00:00.000Z')).toEqual(['within 14 days']);
    expect(at('2026-03-24T09:00:01.000Z')).toEqual(['within 7 days']);
    expect(at('2026-03-30T12:00:00.000Z')).toEqual(['within 1 day']);
    expect(at('2026-03-31T12:00:00.000Z')).toEqual(['over']);
  });
});

/** As it is stored: what is not there has no name. */
function without(seen: object): Sighting {
  return JSON.parse(JSON.stringify(seen)) as Sighting;
}
