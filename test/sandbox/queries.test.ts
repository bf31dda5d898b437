import type { BigQuery, Query } from '@google-cloud/bigquery';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bigqueryScope,
  driveScope,
  type RunningSandbox,
  runningSandbox,
} from './running-sandbox.ts';

let google: RunningSandbox;
let client: BigQuery;
beforeAll(async () => {
  google = await runningSandbox();
  client = await google.client('good');
});
afterAll(async () => {
  await google.close();
});

const asQuery = (query: string | Query): Query => (typeof query === 'string' ? { query } : query);
const rowsOf = async (query: string | Query, as = client): Promise<unknown[]> => {
  const [rows] = await as.query(asQuery(query));
  return rows as unknown[];
};
const refusal = async (query: string | Query, as = client): Promise<string> =>
  as.query(asQuery(query)).then(
    () => 'no refusal',
    (error: unknown) => {
      const { code, errors } = error as ApiError;
      return `${String(code)} ${errors[0]?.reason ?? ''}: ${errors[0]?.message ?? ''}`;
    },
  );
interface ApiError {
  code: number;
  errors: { reason: string; message: string }[];
}
const dryRun = async (query: string, more: object = {}) => {
  const [job] = await client.createQueryJob({ query, dryRun: true, ...more });
  return job.metadata as {
    jobReference: { location: string };
    statistics: { totalBytesProcessed: string; query: { schema: { fields: { name: string }[] } } };
  };
};

describe('a query', () => {
  test('runs over all rows, and its values come back as they are', async () => {
    expect(await rowsOf('SELECT COUNT(*) AS rows_ FROM crm.contacts')).toEqual([{ rows_: 2000 }]);
    const [row] = await rowsOf(`
      SELECT 'ä' AS text, 1.5 AS float_, TRUE AS bool_, b'ab' AS bytes_, NULL AS nothing,
        NUMERIC '12.50' AS numeric_, DATE '2026-02-03' AS date_, [1, 2] AS list,
        STRUCT(1 AS a, 'x' AS b) AS record_, TIMESTAMP '2026-02-03 04:05:06.789012+00' AS instant,
        DATETIME '2026-02-03 04:05:06' AS datetime_, TIME '04:05:06' AS time_`);
    expect(row).toMatchObject({
      text: 'ä',
      float_: 1.5,
      bool_: true,
      bytes_: Buffer.from('ab'),
      nothing: null,
      date_: { value: '2026-02-03' },
      list: [1, 2],
      record_: { a: 1, b: 'x' },
      instant: { value: '2026-02-03T04:05:06.789012000Z' },
      datetime_: { value: '2026-02-03T04:05:06' },
      time_: { value: '04:05:06' },
    });
    expect(String((row as { numeric_: unknown }).numeric_)).toBe('12.5');
  });

  test('keeps whole numbers that JavaScript cannot', async () => {
    const [row] = await rowsOf({
      query: 'SELECT 9007199254740993 AS large',
      wrapIntegers: true,
    });
    expect(row).toMatchObject({ large: { value: '9007199254740993' } });
  });

  test('takes named parameters', async () => {
    const query =
      'SELECT COUNT(*) AS n FROM crm.subscribers WHERE country = @country AND contact_id < @below';
    expect(await rowsOf({ query, params: { country: 'DE', below: 100 } })).toEqual([
      { n: expect.any(Number) as number },
    ]);
    const names = 'SELECT @name AS name';
    expect(await rowsOf({ query: names, params: { name: `' OR 1=1 --` } })).toEqual([
      { name: `' OR 1=1 --` },
    ]);
  });

  test('gives its rows page by page', async () => {
    const [job] = await client.createQueryJob('SELECT contact_id FROM crm.contacts ORDER BY 1');
    const [first, next] = await job.getQueryResults({ maxResults: 900, autoPaginate: false });
    expect(first).toHaveLength(900);
    const [second] = await job.getQueryResults({ ...next, autoPaginate: false });
    expect((second[0] as { contact_id: number }).contact_id).toBe(901);
    const [all] = await job.getQueryResults();
    expect(all).toHaveLength(2000);
  });

  test('asked twice with one request id is one job', async () => {
    const token = await google.token('good');
    const ask = async () =>
      google.fetch('/bigquery/v2/projects/acme-analytics/queries', {
        method: 'POST',
        token,
        body: JSON.stringify({ query: 'SELECT RAND()', useLegacySql: false, requestId: 'once' }),
      });
    const [one, other] = [await ask(), await ask()];
    expect(one.json.jobReference).toEqual(other.json.jobReference);
    expect(one.json.rows).toEqual(other.json.rows);
  });

  test('that nobody waits for any more is ended, and others go on', async () => {
    const [slow] = await client.createQueryJob({
      query: 'SELECT email FROM crm.slow_view',
      jobTimeoutMs: 300,
    });
    await expect(slow.getQueryResults()).rejects.toThrow(/timed out/);
    expect(await rowsOf('SELECT 1 AS one')).toEqual([{ one: 1 }]);

    const [cancelled] = await client.createQueryJob('SELECT email FROM crm.slow_view');
    await cancelled.cancel();
    await expect(cancelled.getQueryResults()).rejects.toThrow(/cancelled/);
    const both = await Promise.all([rowsOf('SELECT 1 AS one'), rowsOf('SELECT 2 AS two')]);
    expect(both).toEqual([[{ one: 1 }], [{ two: 2 }]]);
  });
});

describe('the engine’s complaints are BigQuery’s', () => {
  test.each([
    ['SELECT emial FROM crm.contacts', /^400 invalidQuery: Unrecognized name: emial.* at \[1:8\]$/],
    ['SELECT 1 +', /^400 invalidQuery: Syntax error: .* at \[1:11\]$/],
    ["SELECT 'a' + 1", /^400 invalidQuery: .* at \[1:8\]$/],
    ['SELECT *\nFROM crm.contacts\nWHERE nothing = 1', /at \[3:7\]$/],
    ['SELECT * FROM contacts', /^400 invalid: Table "contacts" must be qualified with a dataset/],
    [
      'SELECT * FROM crm.nothing',
      /^404 notFound: Not found: Table acme-analytics:crm\.nothing was not found in location US$/,
    ],
    ['DELETE FROM crm.contacts WHERE TRUE', /^400 invalidQuery: /],
    ['CREATE TABLE crm.x AS SELECT 1', /^400 invalidQuery: /],
    ['SELECT 1; SELECT 2', /^400 invalidQuery: /],
  ])('%s', async (query, expected) => {
    expect(await refusal(query)).toMatch(expected);
  });

  test('and a text of more than 100 kB is refused', async () => {
    expect(await refusal(`SELECT '${'x'.repeat(101_000)}'`)).toMatch(/^400 /);
  });
});

describe('the price of a query', () => {
  test('is told before it runs: only the columns that it reads', async () => {
    const all = Number((await dryRun('SELECT * FROM crm.contacts')).statistics.totalBytesProcessed);
    const one = await dryRun('SELECT contact_id FROM crm.contacts');
    expect(one.statistics.totalBytesProcessed).toBe('16000');
    expect(one.statistics.query.schema.fields.map(({ name }) => name)).toEqual(['contact_id']);
    expect(all).toBeGreaterThan(100_000);
    expect((await dryRun('SELECT COUNT(*) FROM crm.contacts')).statistics.totalBytesProcessed).toBe(
      '0',
    );
  });

  test('is at least 10 MiB a table, and one limit below it stops the query', async () => {
    const query = 'SELECT email FROM crm.contacts';
    expect(await refusal({ query, maximumBytesBilled: '1000', useQueryCache: false })).toBe(
      '400 bytesBilledLimitExceeded: Query exceeded limit for bytes billed: 1000. 10485760 or higher required.',
    );
    expect(await rowsOf({ query, maximumBytesBilled: '10485760' })).toHaveLength(2000);
  });

  test('is nothing the second time', async () => {
    const token = await google.token('good');
    const ask = async () =>
      (
        await google.fetch('/bigquery/v2/projects/acme-analytics/queries', {
          method: 'POST',
          token,
          body: JSON.stringify({
            query: 'SELECT MAX(phone) FROM crm.contacts',
            useLegacySql: false,
          }),
        })
      ).json;
    expect(await ask()).toMatchObject({ cacheHit: false, totalBytesBilled: '10485760' });
    expect(await ask()).toMatchObject({ cacheHit: true, totalBytesBilled: '0' });
  });
});

describe('a query goes where its data lie', () => {
  const europe = 'SELECT COUNT(*) AS n FROM `acme-warehouse.sales.customers`';

  test('or where it is told, and finds no data of elsewhere there', async () => {
    expect((await dryRun(europe)).jobReference.location).toBe('EU');
    expect(await refusal({ query: europe, location: 'US' })).toBe(
      '404 notFound: Not found: Dataset acme-warehouse:sales was not found in location US',
    );
    expect(await rowsOf({ query: europe, location: 'EU' })).toEqual([{ n: 2000 }]);
  });

  test('and its job is to be found there alone', async () => {
    const [job] = await client.createQueryJob({ query: europe, location: 'EU' });
    const token = await google.token('good');
    const path = `/bigquery/v2/projects/acme-analytics/jobs/${String(job.id)}`;
    expect((await google.fetch(`${path}?location=EU`, { token })).status).toBe(200);
    expect(await google.fetch(`${path}?location=US`, { token })).toMatchObject({ status: 404 });
    const stranger = await google.token('project-owner');
    expect((await google.fetch(`${path}?location=EU`, { token: stranger })).status).toBe(200);
    const nobody = await google.token('metadata-only');
    expect((await google.fetch(`${path}?location=EU`, { token: nobody })).status).toBe(403);
  });
});

describe('who may query what', () => {
  const subscribers = 'SELECT COUNT(*) AS n FROM `acme-analytics.crm.subscribers`';
  const noRows = (table: string) =>
    `403 accessDenied: Access Denied: Table ${table}: User does not have permission to query table ${table}, or perhaps it does not exist`;

  test('without Job User nobody runs a query', async () => {
    expect(await refusal('SELECT 1', await google.client('no-job-permission'))).toBe(
      '403 accessDenied: Access Denied: Project acme-analytics: User does not have bigquery.jobs.create permission in project acme-analytics.',
    );
  });

  test('metadata alone open no row, one table opens its own', async () => {
    const metadata = await google.client('metadata-only');
    expect(await refusal(subscribers, metadata)).toContain(
      noRows('acme-analytics:crm.subscribers'),
    );
    const one = await google.client('reader-of-one-table');
    expect(await rowsOf(subscribers, one)).toEqual([{ n: 1000 }]);
    expect(await refusal('SELECT * FROM crm.contacts', one)).toContain(
      noRows('acme-analytics:crm.contacts'),
    );
  });

  test('a view needs its base table too, unless that authorises the view', async () => {
    const over = (view: string) => `SELECT COUNT(email) AS n FROM crm.${view}`;
    expect(await refusal(over('view_over_warehouse'))).toContain(
      noRows('acme-warehouse:raw.markets'),
    );
    expect(await rowsOf(over('authorized_view'))).toEqual([{ n: 100 }]);
    expect(await rowsOf(over('contacts_view'))).toEqual([{ n: expect.any(Number) as number }]);
  });

  test('a materialized view and a snapshot are read as tables', async () => {
    expect((await rowsOf('SELECT * FROM crm.contacts_mv')).length).toBeGreaterThan(3);
    expect(await rowsOf('SELECT COUNT(*) AS n FROM crm.contacts_snapshot')).toEqual([{ n: 900 }]);
  });

  test('a column with a policy tag is for fine-grained readers, the others are not', async () => {
    expect(await refusal('SELECT email FROM crm.sensitive_contacts')).toMatch(
      /^403 accessDenied: Access Denied: BigQuery BigQuery: User has neither fine-grained reader/,
    );
    expect(await rowsOf('SELECT COUNT(country) AS n FROM crm.sensitive_contacts')).toEqual([
      { n: 200 },
    ]);
  });

  test('row policies filter without a word', async () => {
    const countries = 'SELECT DISTINCT country FROM crm.regional_contacts';
    expect(await rowsOf(countries)).toEqual([{ country: 'DE' }]);
    expect(await rowsOf(countries, await google.client('project-owner'))).toEqual([]);
  });

  test('a sheet is read with the Drive scope by those with whom it is shared', async () => {
    const sheet = 'SELECT COUNT(*) AS n FROM crm.sheet_signups';
    const drive =
      'Access Denied: BigQuery BigQuery: Permission denied while getting Drive credentials.';
    const both = `${bigqueryScope} ${driveScope}`;
    expect(await refusal(sheet)).toContain(drive);
    expect(await refusal(sheet, await google.client('project-owner', both))).toContain(drive);
    expect(await rowsOf(sheet, await google.client('good', both))).toEqual([{ n: 40 }]);
  });

  test('a used-up quota is told by the job', async () => {
    expect(await refusal('SELECT 1', await google.client('quota-exhausted'))).toMatch(
      /^403 quotaExceeded: Custom quota exceeded/,
    );
  });
});

describe('a table that wants a filter on its partitions', () => {
  const unfiltered =
    /Cannot query over table 'acme-analytics\.web\.events' without a filter over column\(s\) 'event_date'/;

  test.each([
    ['SELECT COUNT(*) AS n FROM web.events', unfiltered],
    ["SELECT COUNT(*) AS n FROM web.events WHERE event = 'buy'", unfiltered],
    [
      "SELECT COUNT(*) AS n FROM web.events WHERE event_date = '2026-01-05' OR event = 'buy'",
      unfiltered,
    ],
    ['SELECT COUNT(*) AS n FROM web.events WHERE event_date = DATE(occurred_at)', unfiltered],
    [
      'SELECT COUNT(*) AS n FROM web.sessions',
      /'_PARTITION_LOAD_TIME', '_PARTITIONDATE', '_PARTITIONTIME'/,
    ],
  ])('refuses %s', async (query, expected) => {
    expect(await refusal(query)).toMatch(expected);
  });

  test.each([
    "SELECT COUNT(*) AS n FROM web.events WHERE event_date = '2026-01-05'",
    "SELECT COUNT(*) AS n FROM web.events WHERE event_date >= DATE '2026-01-01' AND event = 'buy'",
    'SELECT COUNT(*) AS n FROM web.events WHERE event_date IS NOT NULL OR event_date IS NULL',
    "SELECT COUNT(*) AS n FROM web.sessions WHERE _PARTITIONTIME >= TIMESTAMP '2026-01-01'",
    "SELECT COUNT(*) AS n FROM web.sessions WHERE _PARTITIONDATE = DATE '2026-01-02'",
  ])('takes %s', async (query) => {
    expect(await rowsOf(query)).toEqual([{ n: expect.any(Number) as number }]);
  });
});
