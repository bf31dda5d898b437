import type { CallToMake } from './every-call.ts';

const home = '/bigquery/v2/projects/acme-analytics';
const post = (path: string, body: unknown): CallToMake => ({
  path: `${home}/${path}`,
  method: 'POST',
  body: JSON.stringify(body),
});
const sql = (query: string, more: object = {}) => ({ query, useLegacySql: false, ...more });

/** What the sandbox can be asked about jobs; `name` tells one caller's jobs from another's. */
export function everyJob(name: string): CallToMake[] {
  return [
    ...queries,
    ...followed(`rows-${name}`, { query: sql('SELECT email FROM crm.subscribers LIMIT 9') }),
    ...followed(`capped-${name}`, {
      query: sql('SELECT email FROM crm.contacts', { maximumBytesBilled: '1' }),
    }),
    ...followed(`failing-${name}`, { query: sql('SELECT ERROR(email) FROM crm.subscribers') }),
    ...followed(`slow-${name}`, { query: sql('SELECT email FROM crm.slow_view') }),
    ...followed(`labelled-${name}`, {
      labels: { check: 'c2' },
      jobTimeoutMs: '5000',
      query: sql('SELECT @a AS a', { queryParameters: [parameter], parameterMode: 'NAMED' }),
    }),
    ...loads(name),
    post('jobs', { configuration: {} }),
    post('jobs', { jobReference: { jobId: 'no job' }, configuration: { query: sql('SELECT 1') } }),
    ...['', '?allUsers=true', '?maxResults=2&stateFilter=done', '?pageToken=bent'].map((asked) => ({
      path: `${home}/jobs${asked}`,
    })),
    { path: `${home}/jobs/nothing` },
    { path: `${home}/queries/nothing` },
    { path: `${home}/jobs/nothing/cancel`, method: 'POST' },
    { path: `${home}/jobs`, method: 'POST', body: '{' },
  ];
}

const parameter = {
  name: 'a',
  parameterType: { type: 'STRING' },
  parameterValue: { value: 'some text' },
};
const everyType = `SELECT 1 AS i, 1.5 AS f, 1e300 AS g, CAST('nan' AS FLOAT64) AS n, TRUE AS b, 'ä' AS s, b'a' AS y,
  NUMERIC '1.5' AS u, BIGNUMERIC '1.5' AS v, DATE '2026-02-03' AS d, TIME '04:05:06' AS t, NULL AS z,
  DATETIME '2026-02-03 04:05:06' AS e, TIMESTAMP '1969-02-03 04:05:06.789' AS p, [1, 2] AS l, STRUCT(1 AS a) AS r`;

const queries: CallToMake[] = [
  post('queries', sql(everyType)),
  post('queries', sql(everyType, { formatOptions: { useInt64Timestamp: true } })),
  post('queries', sql(everyType, { formatOptions: { timestampOutputFormat: 'ISO8601_STRING' } })),
  post('queries', sql('SELECT email FROM crm.subscribers', { maxResults: 2 })),
  post('queries', sql('SELECT email FROM crm.subscribers', { maxResults: 2 })), // from the cache
  post('queries', sql('SELECT email FROM crm.subscribers', { dryRun: true })),
  post('queries', sql('SELECT email FROM crm.slow_view', { timeoutMs: 0, jobTimeoutMs: 300 })),
  post('queries', sql('SELECT email FROM web.events')),
  post('queries', sql('SELECT nothing FROM crm.subscribers')),
  post('queries', sql('SELECT email FROM crm.subscribers', { location: 'EU' })),
  post('queries', sql('SELECT 1 +')),
  post('queries', { query: 'SELECT 1' }),
  post('queries', {}),
];

/** A job is begun, asked about, read page by page, cancelled, and begun once more. */
function followed(jobId: string, configuration: object): CallToMake[] {
  const begin = post('jobs', { jobReference: { jobId }, configuration });
  const results = `${home}/queries/${jobId}`;
  return [
    begin,
    { path: `${home}/jobs/${jobId}` },
    { path: `${home}/jobs/${jobId}?location=EU` },
    { path: `${results}?timeoutMs=0` },
    { path: `${results}?timeoutMs=100&maxResults=2&location=US` },
    { path: `${results}?startIndex=5&timeoutMs=0` },
    { path: `${home}/jobs/${jobId}/cancel`, method: 'POST' },
    { path: `${home}/jobs/${jobId}` },
    { path: results },
    begin,
  ];
}

function loads(name: string): CallToMake[] {
  const table = `loaded_${name.replaceAll('-', '_')}`;
  const destinationTable = { projectId: 'acme-analytics', datasetId: 'exports', tableId: table };
  const load = {
    destinationTable,
    sourceFormat: 'NEWLINE_DELIMITED_JSON',
    schema: { fields: [{ name: 'id', type: 'INTEGER' }] },
    writeDisposition: 'WRITE_APPEND',
    destinationTableProperties: { expirationTime: '2999-12-31T00:00:00Z' },
  };
  const loading = (id: string, rows: string, more: object = {}) => [
    upload({
      jobReference: { jobId: `${id}-${name}` },
      configuration: { labels: { check: 'e4' }, load: { ...load, ...more } },
      rows,
    }),
    { path: `${home}/jobs/${id}-${name}` },
    { path: `${home}/queries/${id}-${name}` },
  ];
  return [
    ...loading('good-load', '{"id":1}\n{"id":"2"}\n'),
    ...loading('bad-load', '{"id":"x"}'),
    ...loading('denied-load', '{"id":1}', {
      destinationTable: { ...destinationTable, datasetId: 'crm' },
    }),
    ...loading('timed-load', '', {
      destinationTableProperties: { expirationTime: '1767600000000' },
    }),
    ...loading('odd-load', '{"id":1}', { sourceFormat: 'AVRO' }),
    ...loading('full-load', '{"id":1}', { writeDisposition: 'WRITE_EMPTY' }),
    ...loading('over-load', '{"id":1}', { writeDisposition: 'WRITE_TRUNCATE' }),
    { path: `${home}/datasets/exports/tables/${table}/data` },
    { path: `${home}/datasets/exports/tables/${table}`, method: 'DELETE' },
    post('jobs', { configuration: { load } }),
    { path: `/upload${home}/jobs`, method: 'POST', body: '{}' },
    { path: `/upload${home}/jobs?uploadType=resumable`, method: 'POST', body: '{}' },
    { path: `/upload${home}/jobs?uploadType=resumable&upload_id=none`, method: 'PUT' },
  ];
}

function upload({ rows, ...metadata }: { rows: string } & Record<string, unknown>): CallToMake {
  const part = (type: string, content: string) =>
    `--edge\r\ncontent-type: ${type}\r\n\r\n${content}\r\n`;
  return {
    path: `/upload${home}/jobs?uploadType=multipart`,
    method: 'POST',
    headers: { 'content-type': 'multipart/related; boundary=edge' },
    body: `${part('application/json', JSON.stringify(metadata))}${part('text/plain', rows)}--edge--`,
  };
}
