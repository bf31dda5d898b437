import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BqClient, bqClient } from './bq-client.ts';
import { cloudSdk } from '../sandbox/cloud-sdk.ts';
import { type RunningSandbox, runningSandbox } from '../sandbox/running-sandbox.ts';

const sdk = cloudSdk();

describe.skipIf(!sdk)('Google’s command-line client bq', () => {
  let google: RunningSandbox;
  let bq: BqClient;
  let token: string;
  beforeAll(async () => {
    google = await runningSandbox();
    token = await google.token('good');
    if (sdk) bq = bqClient(sdk, google.origin);
  });
  afterAll(async () => {
    bq.remove();
    await google.close();
  });

  const json = async (...given: string[]) => bq.json(token, ...given);
  const run = async (...given: string[]) => bq.run(token, ...given);
  const googleSql = ['query', '--use_legacy_sql=false'];
  const fileOf = (name: string, text: string) => {
    const path = join(bq.folder, name);
    writeFileSync(path, text);
    return path;
  };

  test('ls lists the datasets, and the tables of one', async () => {
    const named = (id: string) => expect.objectContaining({ id }) as unknown;
    expect(await json('ls')).toEqual(
      ['crm', 'exports', 'web'].map((dataset) => named(`acme-analytics:${dataset}`)),
    );
    expect(await json('ls', 'crm')).toEqual(
      expect.arrayContaining([named('acme-analytics:crm.contacts')]),
    );
  });

  test.each([
    ['crm.contacts', { type: 'TABLE', numRows: '2000', schema: expect.anything() as unknown }],
    ['crm.contacts_view', { type: 'VIEW', view: { useLegacySql: false } }],
    [
      'crm.sheet_signups',
      { type: 'EXTERNAL', externalDataConfiguration: { sourceFormat: 'GOOGLE_SHEETS' } },
    ],
    ['crm', { kind: 'bigquery#dataset', location: 'US' }],
  ])('show tells of %s', async (name, expected) => {
    expect(await json('show', name)).toMatchObject(expected);
  });

  test('query gives rows, and with --dry_run their price', async () => {
    const sql = 'SELECT COUNT(*) AS n FROM crm.contacts WHERE country = @country OR TRUE';
    expect(await json(...googleSql, '--parameter=country::DE', sql)).toEqual([{ n: '2000' }]);
    expect(
      await json(...googleSql, '--dry_run', 'SELECT email FROM crm.subscribers'),
    ).toMatchObject({
      status: { state: 'DONE' },
      statistics: { totalBytesProcessed: expect.stringMatching(/^\d{5}$/) as string },
    });
  });

  test('head reads rows without a query', async () => {
    expect(await json('head', '--max_rows=2', 'crm.subscribers')).toMatchObject([
      { contact_id: '1' },
      { contact_id: '2' },
    ]);
  });

  test.each([
    ['NEWLINE_DELIMITED_JSON', '{"id":1,"name":"Ä, \\"b\\""}\n{"id":2}\n', []],
    ['CSV', 'id,name\n1,"Ä, ""b"""\r\n2,\n', ['--skip_leading_rows=1']],
  ])('load brings rows from %s, and rm -f removes the table', async (format, text, more) => {
    const table = `exports.${format}`;
    const loading = ['load', `--source_format=${format}`, ...more, table];
    expect(await run(...loading, fileOf(format, text), 'id:INTEGER,name:STRING')).toMatchObject({
      done: true,
    });
    expect(await json('head', table)).toEqual([
      { id: '1', name: 'Ä, "b"' },
      { id: '2', name: null },
    ]);
    expect(await run(...loading, fileOf('bad', 'x\nx\n'))).toMatchObject({
      done: false,
      said: expect.stringMatching(/too many\s+errors/) as string,
    });

    expect(await run('rm', '-f', table)).toEqual({ done: true, said: '' });
    const path = `/bigquery/v2/projects/acme-analytics/datasets/exports/tables/${format}`;
    expect((await google.fetch(path, { token })).status).toBe(404);
  });

  test('ls -j lists the jobs that it began', async () => {
    await json(...googleSql, '--job_id=mine', 'SELECT 1');
    expect(await json('ls', '-j', '--max_results=1')).toMatchObject([
      { jobReference: { jobId: 'mine' }, state: 'DONE' },
    ]);
  });

  test.each([
    [['show', 'crm.contacts'], 'no-dataset-access', 'bigquery.tables.get denied'],
    [['rm', '-f', 'crm.contacts'], 'good', 'bigquery.tables.delete denied'],
    [[...googleSql, 'SELECT 1'], 'no-job-permission', 'bigquery.jobs.create permission'],
  ])('%j is denied to %s', async (given, name, words) => {
    const { done, said } = await bq.run(await google.token(name), ...given);
    expect(done).toBe(false);
    expect(said.replaceAll(/\s+/g, ' ')).toContain(words);
  });
});
