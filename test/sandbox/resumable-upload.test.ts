import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, runningSandbox } from './running-sandbox.ts';

let google: RunningSandbox;
let token: string;
beforeAll(async () => {
  google = await runningSandbox();
  token = await google.token('good');
});
afterAll(async () => {
  await google.close();
});

const project = '/bigquery/v2/projects/acme-analytics';
const begin = async (table: string, more: object = {}, headers: Record<string, string> = {}) => {
  const destinationTable = { datasetId: 'exports', tableId: table };
  const schema = { fields: [{ name: 'text', type: 'STRING' }] };
  const load = { destinationTable, schema, sourceFormat: 'NEWLINE_DELIMITED_JSON', ...more };
  const path = `/upload${project}/jobs?uploadType=resumable`;
  const body = JSON.stringify({ configuration: { load } });
  const { status, headers: told } = await google.fetch(path, {
    method: 'POST',
    token,
    headers,
    body,
  });
  return { status, path: (told.get('location') ?? '').replace(google.origin, '') };
};
const put = async (path: string, body: Buffer | string, range?: string, as = token) => {
  const headers = range === undefined ? {} : { 'content-range': `bytes ${range}` };
  const sent = new Uint8Array(Buffer.from(body));
  const answer = await google.fetch(path, { method: 'PUT', token: as, headers, body: sent });
  return { status: answer.status, range: answer.headers.get('range'), json: answer.json };
};
const textsOf = async (table: string): Promise<unknown> => {
  const path = `${project}/datasets/exports/tables/${table}/data`;
  const { rows } = (await google.fetch(path, { token })).json as {
    rows?: { f: { v: string }[] }[];
  };
  return rows?.map(({ f }) => f[0]?.v);
};

describe('an upload in parts', () => {
  const unit = 256 * 1024;
  const texts = ['ä'.repeat(unit), 'b'];
  const rows = Buffer.from(texts.map((text) => JSON.stringify({ text })).join('\n'));
  const size = String(rows.length);
  const halfway = `bytes=0-${String(unit - 1)}`;

  test('is a job once the last has arrived', async () => {
    const { path } = await begin('parts');

    const first = await put(path, rows.subarray(0, unit), `0-${String(unit - 1)}/${size}`);
    const again = await put(path, rows.subarray(0, unit), `0-${String(unit - 1)}/*`);
    const asked = await put(path, '', `*/${size}`);
    const rest = `${String(unit)}-${String(rows.length - 1)}/${size}`;
    const last = await put(path, rows.subarray(unit), rest);

    expect([first, again, asked]).toMatchObject(Array(3).fill({ status: 308, range: halfway }));
    expect(last).toMatchObject({ status: 200, json: { kind: 'bigquery#job' } });
    expect(await textsOf('parts')).toEqual(texts);
    expect((await put(path, '', `*/${size}`)).status).toBe(404);
  });

  test('may be one part, told without its place', async () => {
    const { path } = await begin('whole');

    expect(await put(path, '{"text":"a"}')).toMatchObject({ status: 200 });
    expect(await textsOf('whole')).toEqual(['a']);
  });

  test('is continued by who began it, with parts as Google wants them, up to 10 MB', async () => {
    const { path } = await begin('refused');
    const other = await google.token('project-owner');

    const refused = [
      await put(path, 'abc', '0-2/3', other),
      await put(path, 'abc', '0-2/9'),
      await put(path, 'abc', '0-4/5'),
      await put(path, 'abc', 'some'),
      await put(path, 'x', `${String(10 * 1024 ** 2)}-${String(10 * 1024 ** 2)}/*`),
      await begin('large', {}, { 'x-upload-content-length': String(10 * 1024 ** 2 + 1) }),
    ];

    expect(refused.map(({ status }) => status)).toEqual([404, 400, 400, 400, 400, 413]);
    expect((await put(path, '', '*/3')).range).toBeNull();
  });

  test('is listed by its job, never by its rows', async () => {
    await google.fetch('/requests', { method: 'DELETE' });
    const { path } = await begin('listed');
    await put(path, '{"query":"a row that looks like a query","text":"a"}');

    const { text, json } = await google.fetch('/requests');
    expect(json).toMatchObject({
      requests: [
        { operation: 'load', job: { type: 'load', destinationTable: { tableId: 'listed' } } },
        { operation: 'load', method: 'PUT' },
      ],
    });
    expect(text).not.toContain('looks like');
  });
});

describe('rows as CSV', () => {
  const load = async (text: string, more: object = {}) => {
    const table = `csv_${String(Math.random()).slice(2)}`;
    const { path } = await begin(table, { sourceFormat: 'CSV', ...more });
    const { json } = await put(path, text);
    const { jobId } = json.jobReference as { jobId: string };
    const job = (await google.fetch(`${project}/jobs/${jobId}`, { token })).json;
    const { errorResult } = job.status as { errorResult?: { message: string } };
    return errorResult?.message ?? (await textsOf(table));
  };

  test.each<[string, object, unknown]>([
    ['a\n"b, ""c"""\r\n', {}, ['a', 'b, "c"']],
    ['text\na\n', { skipLeadingRows: 1 }, ['a']],
    ['""\nN\n"N"\n', { nullMarker: 'N' }, ['', null, 'N']],
    ['a,b\n', { fieldDelimiter: '\\t' }, ['a,b']],
    ['a,b\n', {}, expect.stringContaining('Too many values in row: 2 of 1')],
    ['"a\n', {}, expect.stringContaining('Missing close quote character')],
    ['"a"b\n', {}, expect.stringContaining('Data between close quote character')],
  ])('%j %j', async (text, more, expected) => {
    expect(await load(text, more)).toEqual(expected);
  });
});
