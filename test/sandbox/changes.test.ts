import type { BigQuery } from '@google-cloud/bigquery';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, runningSandbox } from './running-sandbox.ts';

let google: RunningSandbox;
let client: BigQuery;
let folder: string;
beforeAll(async () => {
  google = await runningSandbox();
  client = await google.client('good');
  folder = mkdtempSync(join(tmpdir(), 'rows-'));
});
afterAll(async () => {
  await google.close();
  rmSync(folder, { recursive: true, force: true });
});

const schema = {
  fields: [
    { name: 'id', type: 'INTEGER', mode: 'REQUIRED' },
    { name: 'name', type: 'STRING' },
    { name: 'at', type: 'TIMESTAMP' },
    { name: 'tags', type: 'STRING', mode: 'REPEATED' },
  ],
};
const load = async (table: string, lines: unknown[], more: object = {}, as = client) => {
  const file = join(folder, `${table}.json`);
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  const [job] = await as
    .dataset('exports')
    .table(table)
    .load(file, { sourceFormat: 'NEWLINE_DELIMITED_JSON', schema, ...more });
  return job as { status: { state: string; errorResult?: { message: string } } };
};
const rowsOf = async (table: string): Promise<unknown[]> => {
  const [rows] = await client.dataset('exports').table(table).getRows();
  return rows as unknown[];
};

describe('rows are loaded', () => {
  test('into a table that is made for them, and read back', async () => {
    const rows = [
      { id: 1, name: 'Ä', at: '2026-01-02T03:04:05Z', tags: ['a', 'b'] },
      { id: '9007199254740993', name: null },
    ];
    expect((await load('fresh', rows)).status).toMatchObject({ state: 'DONE' });

    expect(await rowsOf('fresh')).toMatchObject([
      { id: 1, name: 'Ä', tags: ['a', 'b'] },
      { name: null, tags: [] },
    ]);
    const [counted] = await client.query('SELECT COUNT(*) AS n FROM exports.fresh');
    expect(counted).toEqual([{ n: 2 }]);
  });

  test('behind those that are there, or in their place', async () => {
    await load('grown', [{ id: 1 }]);
    await load('grown', [{ id: 2 }]);
    expect(await rowsOf('grown')).toHaveLength(2);
    await load('grown', [{ id: 3 }], { writeDisposition: 'WRITE_TRUNCATE' });
    expect(await rowsOf('grown')).toMatchObject([{ id: 3 }]);
    await expect(load('grown', [{ id: 4 }], { writeDisposition: 'WRITE_EMPTY' })).rejects.toThrow(
      /Already Exists/,
    );
  });

  test.each([
    [{ id: 'many' }, /Could not convert value to integer/],
    [{ name: 'without id' }, /Only optional fields can be set to NULL/],
    [{ id: 1, other: 2 }, /No such field: other/],
    [{ id: 1, tags: 'a' }, /must be imported as a JSON array/],
    ['no object', /start of object/],
  ])('all of them or none: %j', async (bad, complaint) => {
    await expect(load('whole', [{ id: 1 }, bad, { id: 3 }])).rejects.toThrow(complaint);
    expect(
      await client
        .dataset('exports')
        .table('whole')
        .exists()
        .then(async ([is]) => (is ? rowsOf('whole') : [])),
    ).toEqual([]);
  });

  test('for who may write there', async () => {
    await expect(
      load('denied', [{ id: 1 }], {}, await google.client('metadata-only')),
    ).rejects.toThrow('Permission bigquery.tables.create denied on dataset acme-analytics:exports');
    await expect(
      load('denied', [{ id: 1 }], {}, await google.client('no-job-permission')),
    ).rejects.toThrow('does not have bigquery.jobs.create permission');
  });

  test('up to 10 MB at a time', async () => {
    const answer = await google.fetch('/upload/bigquery/v2/projects/acme-analytics/jobs', {
      method: 'POST',
      token: await google.token('good'),
      body: 'x'.repeat(10 * 1024 ** 2 + 1),
    });
    expect(answer.status).toBe(413);
  });
});

describe('tables', () => {
  test('are made, expire by themselves, and are deleted', async () => {
    const exports = client.dataset('exports');
    await exports.createTable('made', { schema });
    await expect(exports.createTable('made', { schema })).rejects.toMatchObject({ code: 409 });
    await exports.table('made').delete();
    expect(await exports.table('made').exists()).toEqual([false]);

    const expirationTime = String(Date.now() + 3_600_000);
    await exports.createTable('short', { schema, expirationTime });
    expect(await exports.table('short').exists()).toEqual([true]);
    google.moveTo(new Date(Date.now() + 3_590_000));
    const soon = await google.client('good'); // the first one's token ends within the hour, too
    expect(await soon.dataset('exports').table('short').exists()).toEqual([true]);
    google.moveTo(new Date(Date.now() + 3_601_000));
    const later = await google.client('good');
    expect(await later.dataset('exports').table('short').exists()).toEqual([false]);
    google.moveTo(new Date());
    client = await google.client('good');
  });

  test('in a dataset of a project without billing live sixty days', async () => {
    const [table] = await client
      .dataset('trial', { projectId: 'acme-playground' })
      .createTable('tried', { schema });
    const { expirationTime } = table.metadata as { expirationTime: string };
    const days = (Number(expirationTime) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(59.9);
    expect(days).toBeLessThan(60.1);
  });

  test('are refused without the right, with odd names, with unknown types', async () => {
    const crm = client.dataset('crm');
    await expect(crm.createTable('new', { schema })).rejects.toThrow(
      'bigquery.tables.create denied',
    );
    await expect(crm.table('contacts').delete()).rejects.toThrow('bigquery.tables.delete denied');
    const exports = client.dataset('exports');
    await expect(exports.createTable('a`b', { schema })).rejects.toMatchObject({ code: 400 });
    await expect(
      exports.createTable('odd', { schema: { fields: [{ name: 'a', type: 'NUMBER' }] } }),
    ).rejects.toThrow(/not a valid value/);
  });
});
