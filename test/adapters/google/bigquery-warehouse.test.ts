import type { IncomingMessage, RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { bigqueryWarehouse } from '../../../shared/adapters/google/bigquery-warehouse.ts';
import { google } from '../../../shared/adapters/google/endpoints.ts';
import { listen } from '../../support/listen.ts';

interface Asked {
  method: string;
  url: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

/** The warehouse of a BigQuery that gives these answers in turn, the last one again and again. */
async function asking(answers: ((asked: Asked) => { status?: number; body: unknown } | 'drop')[]) {
  const asked: Asked[] = [];
  const gone = new AbortController();
  const listener: RequestListener = (httpRequest, httpResponse) => {
    void readAll(httpRequest).then((body) => {
      const { method = '', url = '', headers } = httpRequest;
      const question = { method, url, authorization: headers.authorization, body };
      asked.push(question);
      const answer = (answers[asked.length - 1] ?? answers.at(-1))?.(question) ?? 'drop';
      if (answer === 'drop') httpResponse.destroy();
      else {
        httpResponse.writeHead(answer.status ?? 200, { 'content-type': 'application/json' });
        httpResponse.end(JSON.stringify(answer.body));
      }
    });
  };
  const origin = await listen(listener);
  const open = bigqueryWarehouse({ ...google, bigquery: origin });
  const warehouse = open({
    accessToken: { token: 'abc' },
    jobProject: 'acme-analytics',
    labels: { workspace: 'demo', connector: 'new' },
    signal: gone.signal,
  });
  return { warehouse, asked, gone };
}

async function readAll(httpRequest: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const chunk of httpRequest as AsyncIterable<Buffer>) text += chunk.toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

const refused = (code: number, reason: string) => ({
  status: code,
  body: { error: { code, message: 'no', errors: [{ reason, message: 'no' }] } },
});
const rows = { jobComplete: true, rows: [{ f: [{ v: '1' }, { v: null }] }], totalBytesBilled: '7' };

describe('BigQuery is asked', () => {
  test('with our token, by encoded names, for a page', async () => {
    const { warehouse, asked } = await asking([() => ({ body: {} })]);
    await warehouse.tables({ project: 'p1', dataset: 'a/b?c' }, { limit: 5, pageToken: 'x&y' });

    expect(asked).toMatchObject([
      {
        method: 'GET',
        url: expect.stringMatching(
          /^\/bigquery\/v2\/projects\/p1\/datasets\/a%2Fb%3Fc\/tables\?maxResults=5&pageToken=x%26y/,
        ) as string,
        authorization: 'Bearer abc',
      },
    ]);
  });

  test('for a query with its cap, labels, a time limit, and one id for all tries', async () => {
    const { warehouse, asked } = await asking([
      () => refused(503, 'backendError'),
      () => ({ body: rows }),
    ]);
    const answer = await warehouse.query({
      sql: 'SELECT 1, NULL',
      location: 'EU',
      check: 'd5',
      maximumBytesBilled: 42,
    });

    expect(answer).toEqual({ value: { rows: [['1', null]], bytesBilled: 7 } });
    expect(asked.map(({ url }) => url.split('?')[0])).toEqual(
      Array.from({ length: 2 }, () => '/bigquery/v2/projects/acme-analytics/queries'),
    );
    const [first, second] = asked;
    expect(first?.body).toMatchObject({
      query: 'SELECT 1, NULL',
      location: 'EU',
      useLegacySql: false,
      maximumBytesBilled: '42',
      jobTimeoutMs: '20000',
      labels: { workspace: 'demo', connector: 'new', check: 'd5' },
    });
    expect(second?.body.requestId).toBe(first?.body.requestId);
  });

  test('again once where Google’s error says that is safe, and no more', async () => {
    const { warehouse, asked } = await asking([() => refused(503, 'backendError')]);
    expect(await warehouse.dataset({ project: 'p1', dataset: 'd' })).toMatchObject({
      refusal: { kind: 'http', operation: 'datasets.get', httpStatus: 503 },
    });
    expect(asked).toHaveLength(2);
  });

  test('not again where it said no', async () => {
    const { warehouse, asked } = await asking([() => refused(403, 'accessDenied')]);
    expect(await warehouse.dataset({ project: 'p1', dataset: 'd' })).toMatchObject({
      refusal: { kind: 'http', httpStatus: 403 },
    });
    expect(asked).toHaveLength(1);
  });

  test('about a job that is still running until it is done', async () => {
    const job = { jobId: 'job-1', location: 'EU' };
    const { warehouse, asked } = await asking([
      () => ({ body: { jobComplete: false, jobReference: job } }),
      () => ({
        body: { status: { state: 'DONE' }, statistics: { query: { totalBytesBilled: '9' } } },
      }),
      () => ({ body: { jobComplete: true, rows: [{ f: [{ v: 'x' }] }] } }),
    ]);
    const answer = await warehouse.query({ sql: 'SELECT 1', check: 'd5', maximumBytesBilled: 1 });

    expect(answer).toEqual({ value: { rows: [['x']], bytesBilled: 9 } });
    expect(asked[1]?.url).toMatch(/\/jobs\/job-1\?location=EU/);
  });

  test('and a job that failed is a refusal', async () => {
    const { warehouse } = await asking([
      () => ({ body: { jobComplete: false, jobReference: { jobId: 'job-1' } } }),
      () => ({ body: { status: { state: 'DONE', errorResult: { reason: 'stopped' } } } }),
    ]);
    expect(
      await warehouse.query({ sql: 'SELECT 1', check: 'd5', maximumBytesBilled: 1 }),
    ).toMatchObject({ refusal: { kind: 'http', operation: 'jobs.get', httpStatus: 200 } });
  });
});

describe('what Google answers otherwise is told', () => {
  test('an answer of another shape', async () => {
    const { warehouse } = await asking([() => ({ body: { location: 42 } })]);
    expect(await warehouse.dataset({ project: 'p1', dataset: 'd' })).toEqual({
      refusal: { kind: 'transport', operation: 'datasets.get', fault: 'unreadable' },
    });
  });

  test('a dropped connection', async () => {
    const { warehouse } = await asking([() => 'drop']);
    expect(await warehouse.dataset({ project: 'p1', dataset: 'd' })).toMatchObject({
      refusal: { kind: 'transport', operation: 'datasets.get' },
    });
  });

  test('that nobody waits any more', async () => {
    const { warehouse, gone } = await asking([() => (gone.abort(), 'drop')]);
    expect(await warehouse.dataset({ project: 'p1', dataset: 'd' })).toEqual({
      refusal: { kind: 'transport', operation: 'datasets.get', fault: 'stopped' },
    });
  });

  test('a table, read leniently', async () => {
    const { warehouse } = await asking([
      () => ({
        body: {
          type: 'TABLE',
          numRows: '12',
          expirationTime: '1700000000000',
          location: 'EU',
          schema: { fields: [{ name: 'a', type: 'STRING', policyTags: { names: ['t'] } }] },
          timePartitioning: { type: 'DAY', field: 'a' },
          requirePartitionFilter: true,
          unknown: [],
        },
      }),
    ]);
    const answer = await warehouse.table({ project: 'p1', dataset: 'd', table: 't' });
    expect(answer).toMatchObject({
      value: {
        kind: 'TABLE',
        rows: 12,
        location: 'EU',
        expiresAt: new Date(1_700_000_000_000),
        columns: [{ name: 'a', type: 'STRING', mode: 'NULLABLE', policyTags: ['t'] }],
        partition: { filterRequired: true, column: 'a', unit: 'DAY' },
      },
    });
  });
});
