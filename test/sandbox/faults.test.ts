import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, runningSandbox } from './running-sandbox.ts';

let google: RunningSandbox;
let token: string;
beforeAll(async () => {
  google = await runningSandbox({ answersNonsense: true });
  token = await google.token('good');
});
afterEach(async () => {
  await google.fetch('/faults', { method: 'DELETE' });
});
afterAll(async () => {
  await google.close();
});

const post = (body: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(body) });
const put = async (fault: object) => google.fetch('/faults', post(fault));
const project = '/bigquery/v2/projects/acme-analytics';
const query = { query: 'SELECT 1', useLegacySql: false };

/** One request of each operation. */
const operations: Record<string, () => Promise<{ status: number }>> = {
  token: async () => google.exchange('none'),
  certificates: async () => google.fetch('/robot/v1/metadata/x509/a%40example.com'),
  'datasets.list': async () => google.fetch(`${project}/datasets`, { token }),
  'datasets.get': async () => google.fetch(`${project}/datasets/crm`, { token }),
  'tables.list': async () => google.fetch(`${project}/datasets/crm/tables`, { token }),
  'tables.get': async () => google.fetch(`${project}/datasets/crm/tables/contacts`, { token }),
  'tables.insert': async () =>
    google.fetch(`${project}/datasets/exports/tables`, { token, ...post({}) }),
  'tables.delete': async () =>
    google.fetch(`${project}/datasets/exports/tables/none`, { token, method: 'DELETE' }),
  'tabledata.list': async () =>
    google.fetch(`${project}/datasets/crm/tables/subscribers/data?maxResults=1`, { token }),
  'jobs.insert.dryRun': async () =>
    google.fetch(`${project}/jobs`, { token, ...post({ configuration: { dryRun: true, query } }) }),
  'jobs.insert': async () =>
    google.fetch(`${project}/jobs`, { token, ...post({ configuration: { query } }) }),
  'jobs.query': async () => google.fetch(`${project}/queries`, { token, ...post(query) }),
  'jobs.get': async () => google.fetch(`${project}/jobs/none`, { token }),
  'jobs.getQueryResults': async () => google.fetch(`${project}/queries/none`, { token }),
  'jobs.cancel': async () => google.fetch(`${project}/jobs/none/cancel`, { token, method: 'POST' }),
  load: async () => google.fetch(`/upload${project}/jobs`, { token, ...post({}) }),
  testIamPermissions: async () =>
    google.fetch(`/v1/projects/acme-analytics:testIamPermissions`, { token, ...post({}) }),
};

describe('a fault', () => {
  test.each(Object.keys(operations))('of %s is exactly the answer that was told', async (name) => {
    const body = { error: { code: 418, message: 'as told' } };
    await put({ operation: name, status: 418, body, headers: { 'retry-after': '7' }, times: 1 });

    const answer = await google.fetch('/faults').then(operations[name]);
    expect(answer).toMatchObject({ status: 418, json: body });
    expect((answer as { headers?: Headers } | undefined)?.headers?.get('retry-after')).toBe('7');
    expect((await operations[name]?.())?.status).not.toBe(418);
  });

  test('lasts until it is forgotten, unless it is told how often', async () => {
    await put({ operation: 'datasets.list', status: 503 });
    for (const expected of [503, 503, 503]) {
      expect((await operations['datasets.list']?.())?.status).toBe(expected);
    }
    await google.fetch('/faults', { method: 'DELETE' });
    expect((await operations['datasets.list']?.())?.status).toBe(200);

    await put({ operation: 'datasets.list', status: 503, times: 2 });
    const statuses = [];
    for (let time = 0; time < 3; time += 1) {
      statuses.push((await operations['datasets.list']?.())?.status);
    }
    expect(statuses).toEqual([503, 503, 200]);
  });

  test('of jobs.insert meets jobs.query too, and of * whatever comes', async () => {
    await put({ operation: 'jobs.insert', status: 500, times: 1 });
    expect((await operations['jobs.query']?.())?.status).toBe(500);
    await put({ operation: '*', status: 500 });
    expect((await operations['tables.get']?.())?.status).toBe(500);
    expect((await operations.token?.())?.status).toBe(500);
  });

  test('may drop the connection', async () => {
    await put({ operation: 'tables.get', status: 'reset', times: 1 });
    await expect(operations['tables.get']?.()).rejects.toThrow('fetch failed');
  });

  test('may be silence, which ends when faults are forgotten', async () => {
    await put({ operation: 'tables.get', status: 'hang' });
    const silent = operations['tables.get']?.();
    const first = await Promise.race([silent, google.fetch('/faults').then(() => 'still silent')]);
    expect(first).toBe('still silent');
    await google.fetch('/faults', { method: 'DELETE' });
    expect((await silent)?.status).toBe(200);
  });

  test('may be a delay alone', async () => {
    await put({ operation: 'tables.get', delayMs: 80 });
    const began = performance.now();
    expect((await operations['tables.get']?.())?.status).toBe(200);
    expect(performance.now() - began).toBeGreaterThanOrEqual(79);
  });

  test('of a job that is asked about lets the job run long enough to be asked about', async () => {
    await put({ operation: 'jobs.get', status: 503, times: 1 });
    const answer = await google.fetch(`${project}/queries`, { token, ...post(query) });
    expect(answer.json).toMatchObject({ jobComplete: false });
  });

  test.each([
    [{}, '/operation'],
    [{ operation: 'nothing' }, '/operation'],
    [{ operation: 'token', status: 'slow' }, '/status'],
    [{ operation: 'token', status: 42 }, '/status'],
    [{ operation: 'token', times: 0 }, '/times'],
    [{ operation: 'token', delayMs: -1 }, '/delayMs'],
    [{ operation: 'token', headers: { 'a b': 'c' } }, '/headers'],
    [{ operation: 'token', oftn: 3 }, ''],
  ])('%j is refused and says where', async (fault, pointer) => {
    const { status, json } = await put(fault);
    expect(status).toBe(400);
    expect((json.errors as { pointer: string }[])[0]?.pointer).toContain(pointer);
    expect((await google.fetch('/faults')).json).toEqual({ faults: [] });
  });
});

describe('the list of requests', () => {
  test('tells operation, account and job, and no secret', async () => {
    await google.fetch('/requests', { method: 'DELETE' });
    const assertion = await google.assertion('good');
    await google.exchange(assertion);
    await google.fetch(`${project}/queries`, {
      token,
      ...post({ ...query, maximumBytesBilled: '10485760', labels: { check: 'c2' } }),
    });

    const { text, json } = await google.fetch('/requests');
    expect(json.requests).toMatchObject([
      { operation: 'token', method: 'POST', path: '/token', status: 200 },
      {
        operation: 'jobs.query',
        account: 'reader@acme-analytics.iam.gserviceaccount.com',
        status: 200,
        job: {
          type: 'query',
          dryRun: false,
          sql: 'SELECT 1',
          labels: { check: 'c2' },
          maximumBytesBilled: '10485760',
        },
      },
    ]);
    expect(text).not.toContain(token);
    expect(text).not.toContain(assertion.slice(0, 40));
  });
});
