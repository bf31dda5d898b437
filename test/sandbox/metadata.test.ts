import type { GetTablesOptions, GetTablesResponse } from '@google-cloud/bigquery';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { platformScope, type RunningSandbox, runningSandbox } from './running-sandbox.ts';

let google: RunningSandbox;
beforeAll(async () => {
  google = await runningSandbox();
});
afterAll(async () => {
  await google.close();
});

const projects = '/bigquery/v2/projects';
const asked = async (name: string, path: string) =>
  google.fetch(`${projects}/${path}`, { token: await google.token(name) });
const message = (json: Record<string, unknown>) => (json.error as { message: string }).message;

describe('through Google’s own client', () => {
  test('datasets are listed: those that the account may see', async () => {
    const client = await google.client('good');
    const [mine] = await client.getDatasets();
    expect(mine.map(({ id }) => id)).toEqual(['crm', 'exports', 'web']);
    const [warehouse] = await client.getDatasets({ projectId: 'acme-warehouse' });
    expect(warehouse.map(({ id }) => id)).toEqual(['reports', 'sales']);
  });

  test('tables are listed page by page to the end, each once', async () => {
    const client = await google.client('good');
    const seen: string[] = [];
    let query: GetTablesOptions | null = { maxResults: 4, autoPaginate: false };
    while (query) {
      const [page, next]: GetTablesResponse = await client.dataset('crm').getTables(query);
      expect(page.length).toBeLessThanOrEqual(4);
      seen.push(...page.map(({ id = '' }) => id));
      query = next ?? null;
    }
    expect(seen).toEqual([...new Set(seen)].toSorted());
    expect(seen).toEqual(expect.arrayContaining(['contacts', 'subscribers', 'sheet_signups']));
  });

  test('a table tells its columns, kind, size and what is special about it', async () => {
    const token = await google.token('good');
    const of = async (dataset: string, table: string) =>
      (
        await google.fetch(`${projects}/acme-analytics/datasets/${dataset}/tables/${table}`, {
          token,
        })
      ).json;
    expect(await of('crm', 'contacts')).toMatchObject({
      kind: 'bigquery#table',
      type: 'TABLE',
      location: 'US',
      numRows: '2000',
      numBytes: expect.stringMatching(/^\d+$/) as string,
      etag: expect.any(String) as string,
    });
    expect(await of('crm', 'contacts_view')).toMatchObject({ type: 'VIEW' });
    expect(await of('crm', 'contacts_mv')).toMatchObject({ type: 'MATERIALIZED_VIEW' });
    expect(await of('crm', 'contacts_snapshot')).toMatchObject({ type: 'SNAPSHOT' });
    expect(await of('crm', 'sheet_signups')).toMatchObject({
      type: 'EXTERNAL',
      externalDataConfiguration: { sourceFormat: 'GOOGLE_SHEETS' },
    });
    expect(await of('crm', 'temporary_contacts')).toHaveProperty('expirationTime');
    expect(await of('web', 'events')).toMatchObject({
      requirePartitionFilter: true,
      timePartitioning: { type: 'DAY', field: 'event_date' },
    });
    expect(await of('web', 'wide')).toMatchObject({ schema: { fields: { length: 521 } } });
  });
});

describe('pages', () => {
  test('a page token is good for its own list only', async () => {
    const { json } = await asked('good', 'acme-analytics/datasets/crm/tables?maxResults=2');
    const token = encodeURIComponent(String(json.nextPageToken));
    const crm = await asked('good', `acme-analytics/datasets/crm/tables?pageToken=${token}`);
    const web = await asked('good', `acme-analytics/datasets/web/tables?pageToken=${token}`);
    const bent = await asked('good', `acme-analytics/datasets/crm/tables?pageToken=x${token}`);
    expect([crm, web, bent].map(({ status }) => status)).toEqual([200, 400, 400]);
  });

  test('a number that is none is refused', async () => {
    expect((await asked('good', 'acme-analytics/datasets?maxResults=many')).status).toBe(400);
  });
});

describe('what an account may not see is denied in Google’s words', () => {
  const denied = (what: string, permission: string, on: string) =>
    `Access Denied: ${what} ${on}: Permission ${permission} denied on ${what.toLowerCase()} ${on} (or it may not exist).`;
  const crm = 'acme-analytics:crm';

  test.each([
    [
      'a dataset',
      'no-dataset-access',
      'acme-analytics/datasets/crm',
      denied('Dataset', 'bigquery.datasets.get', crm),
    ],
    [
      'one that is not there',
      'no-dataset-access',
      'acme-analytics/datasets/none',
      denied('Dataset', 'bigquery.datasets.get', 'acme-analytics:none'),
    ],
    [
      'its tables',
      'no-dataset-access',
      'acme-analytics/datasets/crm/tables',
      denied('Dataset', 'bigquery.tables.list', crm),
    ],
    [
      'a table',
      'no-dataset-access',
      'acme-analytics/datasets/crm/tables/contacts',
      denied('Table', 'bigquery.tables.get', `${crm}.contacts`),
    ],
    [
      'the table beside the one that it may read',
      'reader-of-one-table',
      'acme-analytics/datasets/crm/tables/contacts',
      denied('Table', 'bigquery.tables.get', `${crm}.contacts`),
    ],
    [
      'the dataset of the table that it may read',
      'reader-of-one-table',
      'acme-analytics/datasets/crm',
      denied('Dataset', 'bigquery.datasets.get', crm),
    ],
    [
      'rows, with metadata alone',
      'metadata-only',
      'acme-analytics/datasets/crm/tables/subscribers/data',
      denied('Table', 'bigquery.tables.getData', `${crm}.subscribers`),
    ],
    [
      'a dataset of another project',
      'good',
      'acme-warehouse/datasets/loyalty',
      denied('Dataset', 'bigquery.datasets.get', 'acme-warehouse:loyalty'),
    ],
  ])('%s', async (_, name, path, expected) => {
    const { status, json } = await asked(name, path);
    expect(status).toBe(403);
    expect(json.error).toMatchObject({
      code: 403,
      status: 'PERMISSION_DENIED',
      errors: [{ reason: 'accessDenied', domain: 'global', message: expected }],
    });
    expect(message(json)).toBe(expected);
  });

  test('what is missing is missing only for who may know', async () => {
    expect(await asked('project-owner', 'acme-analytics/datasets/none')).toMatchObject({
      status: 404,
      json: {
        error: {
          message: 'Not found: Dataset acme-analytics:none',
          errors: [{ reason: 'notFound' }],
        },
      },
    });
    expect(message((await asked('good', 'acme-analytics/datasets/crm/tables/none')).json)).toBe(
      'Not found: Table acme-analytics:crm.none',
    );
  });

  test('the reader of one table sees it', async () => {
    const path = 'acme-analytics/datasets/crm/tables/subscribers';
    expect((await asked('reader-of-one-table', path)).status).toBe(200);
  });
});

describe('a project in which something is amiss', () => {
  test.each([
    [
      'with the API off',
      'api-disabled',
      'acme-api-off',
      403,
      'accessNotConfigured',
      /^BigQuery API has not been used in project 567890123456 before or it is disabled/,
    ],
    [
      'behind a perimeter',
      'vpc-perimeter',
      'acme-vault',
      403,
      'policyViolation',
      /vpcServiceControlsUniqueIdentifier/,
    ],
    [
      'that never was',
      'good',
      'acme-nothing',
      404,
      'notFound',
      /^Not found: Project acme-nothing$/,
    ],
    [
      'that was deleted',
      'good',
      'acme-closed',
      404,
      'notFound',
      /^Not found: Project acme-closed$/,
    ],
  ])('%s answers so', async (_, name, project, code, reason, words) => {
    const { status, json } = await asked(name, `${project}/datasets`);
    expect(status).toBe(code);
    expect(json.error).toMatchObject({ code, errors: [{ reason }] });
    expect(message(json)).toMatch(words);
  });

  test('without billing lists its data and runs no job', async () => {
    expect((await asked('billing-off', 'acme-unpaid/datasets')).status).toBe(200);
    const client = await google.client('billing-off');
    await expect(client.query('SELECT 1')).rejects.toMatchObject({
      code: 403,
      errors: [{ reason: 'billingNotEnabled' }],
    });
  });
});

describe('testIamPermissions', () => {
  const wanted = {
    permissions: ['bigquery.jobs.create', 'bigquery.datasets.delete', 'storage.buckets.list'],
  };
  const askFor = async (path: string, name: string, scope: string) =>
    google.fetch(path, {
      method: 'POST',
      token: await google.token(name, scope),
      body: JSON.stringify(wanted),
    });

  test('of a project tells what the account has of what was asked', async () => {
    const path = '/v1/projects/acme-analytics:testIamPermissions';
    expect((await askFor(path, 'good', platformScope)).json).toEqual({
      permissions: ['bigquery.jobs.create'],
    });
    expect((await askFor(path, 'project-owner', platformScope)).json).toEqual(wanted);
    expect((await askFor(path, 'metadata-only', platformScope)).json).toEqual({
      permissions: ['bigquery.jobs.create'],
    });
  });

  test('of a project is not for BigQuery’s own scope', async () => {
    const path = '/v3/projects/acme-analytics:testIamPermissions';
    const { status, json } = await askFor(path, 'good', 'https://www.googleapis.com/auth/bigquery');
    expect(status).toBe(403);
    expect(message(json)).toBe('Request had insufficient authentication scopes.');
  });

  test('of a table tells what the account has on it', async () => {
    const answer = await google.fetch(
      `${projects}/acme-analytics/datasets/crm/tables/subscribers:testIamPermissions`,
      {
        method: 'POST',
        token: await google.token('reader-of-one-table'),
        body: JSON.stringify({
          permissions: ['bigquery.tables.getData', 'bigquery.tables.delete'],
        }),
      },
    );
    expect(answer.json).toEqual({ permissions: ['bigquery.tables.getData'] });
  });
});

test('a path that Google does not have is named', async () => {
  expect(await google.fetch('/bigquery/v2/nothing')).toMatchObject({ status: 404 });
  expect((await google.fetch('/%E0%A4%A')).status).toBe(404);
});
