import { describe, expect, test } from 'vitest';
import type { Answer } from '../../shared/ports/answer.ts';
import type { DatasetFacts, TableFacts, Warehouse } from '../../shared/ports/warehouse.ts';
import { sighting } from '../../shared/schemas/sighting.ts';
import { inspect } from '../../shared/validation/inspect.ts';
import { privateKeyPem } from '../support/make-key.ts';
import { sampleConnection, sampleKey } from '../support/sample-records.ts';
import { type Incident, privateKeyId, scriptedGoogle } from '../support/scripted-google.ts';

const now = new Date('2026-03-02T09:00:00.000Z');
const createdAt = new Date('2026-03-01T03:00:00.000Z');
const email = { name: 'email', type: 'STRING', mode: 'NULLABLE', policyTags: [] };
const table: TableFacts = { kind: 'TABLE', createdAt, location: 'US', columns: [email] };
const value = <T>(of: T): Answer<T> => ({ value: of });

/** What one run over a scripted Google saw, some of its answers replaced. */
async function seen(replaced: Partial<Warehouse> = {}, incident: Incident = 'fine') {
  const google = scriptedGoogle(() => incident);
  const { uniqueContactField: field, ...connection } = sampleConnection();
  const dataset = value<DatasetFacts>({ location: 'US', createdAt });
  const inspected = await inspect(
    {
      key: sampleKey({ privateKey: privateKeyPem(), privateKeyId }),
      draft: { ...connection, field: field && { ...field, project: 'acme-analytics' } },
      otherUses: [],
      labels: {},
      now,
      probeId: '',
      signal: new AbortController().signal,
    },
    {
      ...google,
      openWarehouse: (options) => ({
        ...google.openWarehouse(options),
        dataset: async () => dataset,
        table: async () => value(table),
        ...(incident === 'down' ? google.openWarehouse(options) : {}),
        ...replaced,
      }),
    },
  );
  return inspected.sighting;
}

describe('what a validation saw', () => {
  test('is kept in few words, without the key and without a row', async () => {
    const found = await seen();

    expect(found).toEqual({
      at: now.toISOString(),
      key: { listed: true, expiresAt: '9999-12-31T23:59:59.000Z' },
      dataset: { location: 'US', createdAt: createdAt.toISOString(), tablesLiveMs: 0 },
      table: {
        kind: 'TABLE',
        createdAt: createdAt.toISOString(),
        filterRequired: false,
        shape: expect.stringMatching(/^[\w-]{22}$/) as string,
      },
      column: { name: 'email', type: 'STRING', mode: 'NULLABLE', policyTags: 0 },
      columns: [{ name: 'email', type: 'STRING', mode: 'NULLABLE' }],
      quality: { rows: 1000, empty: 0, malformed: 0, duplicates: 0 },
      rights: {
        held: [
          'bigquery.datasets.get on dataset acme-analytics.crm',
          'bigquery.jobs.create on project acme-analytics',
          'bigquery.tables.get on table acme-analytics.crm.subscribers',
          'bigquery.tables.getData on table acme-analytics.crm.subscribers',
        ],
        lacking: [],
      },
      powers: [{ project: 'acme-analytics', permissions: [] }],
    });
    expect(sighting.parse(found)).toEqual(found);
    expect(JSON.stringify(found)).not.toContain('PRIVATE KEY');
  });

  test('is silent about what Google did not answer', async () => {
    expect(await seen({}, 'down')).toEqual({
      at: now.toISOString(),
      rights: { held: [], lacking: [] },
    });
  });

  test('knows that the key is gone, and which right was refused by name', async () => {
    expect((await seen({}, 'key-deleted'))?.key).toEqual({ listed: false });
    expect((await seen({}, 'no-jobs'))?.rights).toMatchObject({
      lacking: ['bigquery.jobs.create on project acme-analytics'],
    });
  });

  test('has of a table of very many columns the key column alone, and no name that deceives', async () => {
    const many = Array.from({ length: 201 }, (_, at) => ({ ...email, name: `c${String(at)}` }));
    const odd = { ...email, name: 'email\u202E`' };
    const wide = await seen({ table: async () => value({ ...table, columns: [email, ...many] }) });
    const strange = await seen({
      table: async () => value({ ...table, kind: 'LAKE\u202E', columns: [odd, email] }),
    });

    expect(wide?.columns).toBeUndefined();
    expect(wide?.column?.name).toBe('email');
    expect(strange?.columns?.map(({ name }) => name)).toEqual(['email']);
    expect(strange?.table?.kind).toBe('LAKE\\u{202e}');
  });

  test('has the same shape for the same making of a table, whatever its rows', async () => {
    const shapeOf = async (changed: Partial<TableFacts>) =>
      (await seen({ table: async () => value({ ...table, ...changed }) }))?.table?.shape;
    const shape = await shapeOf({});

    expect(await shapeOf({ rows: 5, bytes: 7 })).toBe(shape);
    expect(await shapeOf({ createdAt: now })).not.toBe(shape);
    expect(await shapeOf({ columns: [email, { ...email, name: 'since' }] })).not.toBe(shape);
    expect(await shapeOf({ columns: [{ ...email, policyTags: ['tag'] }] })).not.toBe(shape);
    expect(await shapeOf({ kind: 'VIEW' })).not.toBe(shape);
  });
});
