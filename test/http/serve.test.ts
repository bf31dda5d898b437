import { request as rawRequest } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { call, type Endpoint } from '../../shared/http/endpoint.ts';
import { ifMatch } from '../../shared/http/if-match.ts';
import { pageParameters } from '../../shared/http/page.ts';
import { serve } from '../../shared/http/serve.ts';
import { Problem } from '../../shared/problems/problem.ts';
import { doorway, pageOrigin } from '../support/doorway.ts';
import { token } from '../support/issuer.ts';
import { listen } from '../support/listen.ts';
import { quietLog } from '../support/quiet-log.ts';

const thing = z.strictObject({ name: z.string().max(5), size: z.int().optional() });

/** A function with one call of each kind. */
const endpoint: Endpoint<object> = {
  name: 'things',
  description: '',
  calls: [
    call({
      method: 'POST',
      path: '/',
      summary: '',
      role: 'editor',
      status: 201,
      answer: z.any(),
      problems: [],
      request: { body: thing },
      handle: (request) => Promise.resolve({ ...request, etag: 'e1' }),
    }),
    call({
      method: 'PUT',
      path: '/{id}',
      summary: '',
      role: 'editor',
      status: 200,
      answer: z.any(),
      problems: [],
      request: {
        path: z.strictObject({ id: z.string().max(9) }),
        headers: ifMatch,
        file: { maximumBytes: 100 },
      },
      handle: ({ id, etag, file }) => Promise.resolve({ id, given: etag, bytes: file.length }),
    }),
    call({
      method: 'GET',
      path: '/',
      summary: '',
      role: 'viewer',
      status: 200,
      answer: z.any(),
      problems: [],
      request: { query: z.strictObject(pageParameters), cursor: z.int() },
      handle: ({ pageSize, after = 0 }) =>
        Promise.resolve({
          items: Array.from({ length: pageSize }, (_, i) => after + i),
          next: after + pageSize,
        }),
    }),
    call({
      method: 'DELETE',
      path: '/',
      summary: '',
      role: 'viewer',
      status: 200,
      answer: z.any(),
      problems: [],
      request: {},
      handle: () => Promise.reject(new Error('the token ya29.secret leaked into a message')),
    }),
    call({
      method: 'POST',
      path: '/stream',
      summary: '',
      role: 'viewer',
      status: 200,
      answer: z.any(),
      problems: [],
      request: { body: z.strictObject({ fail: z.boolean() }) },
      streams: true,
      handle: ({ fail }, _caller, _ports, { tell }) => {
        tell('check', { id: 'A1', text: 'one\nline' });
        return fail
          ? Promise.reject(new Problem('rate-limited', 'Wait.'))
          : Promise.resolve({ done: true });
      },
    }),
  ],
};

let log: string[] = [];
beforeEach(() => {
  log = quietLog();
});

async function send(path: string, init: RequestInit & { as?: string | undefined } = {}) {
  const origin = await listen(serve(endpoint, {}, doorway));
  const { as = await token(), ...rest } = init;
  const headers = new Headers(rest.headers);
  if (as !== '') headers.set('authorization', `Bearer ${as}`);
  const response = await fetch(origin + path, { ...rest, headers });
  const text = await response.text();
  const json = (response.headers.get('content-type') ?? '').includes('json')
    ? (JSON.parse(text) as object)
    : {};
  return { status: response.status, headers: response.headers, text, json };
}

const json = (body: unknown, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('a request that is in order', () => {
  test('is answered with JSON that no cache keeps and no browser sniffs, and its etag', async () => {
    const { status, headers, json: body } = await send('/', json({ name: 'one' }));

    expect({ status, body }).toEqual({ status: 201, body: { name: 'one', etag: 'e1' } });
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      vary: 'Authorization, Origin, Accept-Encoding',
      etag: '"e1"',
    });
  });

  test('leaves one line in the log: who, what, how it ended, and its trace', async () => {
    const trace = 'a'.repeat(32);
    await send('/', json({ name: 'one' }, { traceparent: `00-${trace}-${'b'.repeat(16)}-01` }));

    expect(log.map((line) => JSON.parse(line) as object)).toEqual([
      {
        severity: 'INFO',
        message: 'request',
        trace,
        facts: {
          function: 'things',
          method: 'POST',
          path: '/',
          workspace: 'demo',
          subject: 'ada',
          status: 201,
          ms: expect.any(Number) as number,
        },
      },
    ]);
  });

  test('may carry a file, counted in bytes', async () => {
    const init = {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream', 'if-match': '"e1"' },
      body: 'x'.repeat(100),
    };
    expect((await send('/a', init)).json).toEqual({ id: 'a', given: '"e1"', bytes: 100 });
  });
});

describe('a body that cannot be read is refused, and no word of it is told or logged', () => {
  const secret = '-----BEGIN PRIVATE KEY-----SECRETMARK';
  const octets = { method: 'PUT', headers: { 'content-type': 'application/octet-stream' } };
  const refusals: Record<string, [path: string, init: RequestInit, status: number, code: string]> =
    {
      'no JSON': ['/', json(secret), 400, 'body-unreadable'],
      'JSON that breaks off': ['/', json(`{"name":"${secret}`), 400, 'body-unreadable'],
      'an empty body': ['/', json(''), 400, 'body-unreadable'],
      'a list': ['/', json('[]'), 400, 'request-invalid'],
      null: ['/', json('null'), 400, 'request-invalid'],
      'a member twice': ['/', json('{"name":"a","name":"b"}'), 400, 'body-unreadable'],
      'a member twice, once escaped': [
        '/',
        json('{"name":"a","n\\u0061me":"b"}'),
        400,
        'body-unreadable',
      ],
      'a hundred levels': ['/', json('['.repeat(100)), 400, 'body-unreadable'],
      'not UTF-8': [
        '/',
        { ...json(''), body: Uint8Array.of(0x22, 0xff, 0xfe, 0x22) },
        400,
        'body-unreadable',
      ],
      'another charset': [
        '/',
        json({}, { 'content-type': 'application/json; charset=utf-7' }),
        415,
        'media-type-unsupported',
      ],
      'JSON as text': [
        '/',
        json({}, { 'content-type': 'text/plain' }),
        415,
        'media-type-unsupported',
      ],
      'a cloud event': [
        '/',
        json(secret, { 'content-type': 'application/cloudevents+json' }),
        415,
        'media-type-unsupported',
      ],
      'a form': [
        '/',
        { method: 'POST', body: new URLSearchParams({ name: 'x' }) },
        415,
        'media-type-unsupported',
      ],
      'a compressed body': [
        '/',
        {
          ...json(''),
          headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
          body: gzipSync(secret),
        },
        415,
        'encoding-unsupported',
      ],
      'JSON of 5 MB': ['/', json({ name: 'x'.repeat(5_000_000) }), 413, 'body-too-large'],
      'a file of a byte too much': [
        '/a',
        { ...octets, body: 'x'.repeat(101) },
        413,
        'body-too-large',
      ],
      'a file in parts': [
        '/a',
        { method: 'PUT', body: new FormData() },
        415,
        'media-type-unsupported',
      ],
    };

  test.each(Object.entries(refusals))('%s', async (_name, [path, init, status, code]) => {
    const answer = await send(path, init);

    expect({ status: answer.status, code: (answer.json as { code: string }).code }).toEqual({
      status,
      code,
    });
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.text + log.join('\n')).not.toMatch(
      /SECRETMARK|BEGIN PRIVATE|is not valid JSON|node_modules/,
    );
  });

  test('an endless body without a length is cut at the limit', async () => {
    const endless = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(1000));
      },
    });
    const init = { ...octets, body: endless, duplex: 'half' } as RequestInit;
    const answer = await send('/a', init).catch(() => ({ status: 413 }));
    expect(answer.status).toBe(413);
  });
});

describe('every field that has to be mended is named at once', () => {
  const errorsOf = async (path: string, init?: RequestInit) => {
    const { status, json: body } = await send(path, init);
    return { status, errors: (body as { errors?: unknown }).errors };
  };

  test('in a body', async () => {
    expect(
      await errorsOf('/', json({ name: 'too long', size: 1.5, extra: 1, proto_x: 2 })),
    ).toEqual({
      status: 400,
      errors: [
        { in: 'body', pointer: '/name', detail: 'must have at most 5 characters' },
        { in: 'body', pointer: '/size', detail: 'must be a whole number' },
        { in: 'body', pointer: '/extra', detail: 'is not known here; leave it out' },
        { in: 'body', pointer: '/proto_x', detail: 'is not known here; leave it out' },
      ],
    });
  });

  test('a missing one is missing', async () => {
    expect(await errorsOf('/', json({}))).toEqual({
      status: 400,
      errors: [{ in: 'body', pointer: '/name', detail: 'is missing' }],
    });
  });

  test('__proto__ is an unknown member, and changes nothing', async () => {
    expect(await errorsOf('/', json('{"__proto__":{"name":"x"}}'))).toMatchObject({ status: 400 });
    expect(({} as { name?: unknown }).name).toBeUndefined();
  });

  test('a member whose name is no name is not repeated', async () => {
    const { text } = await send('/', json({ name: 'x', '<script>SECRETMARK': 1 }));
    expect(text).not.toContain('SECRETMARK');
  });

  test('twenty of them, and that there are more', async () => {
    const letters = Array.from({ length: 26 }, (_, n) => String.fromCodePoint(97 + n));
    const { json: body } = await send(
      '/',
      json(Object.fromEntries(letters.map((letter) => [letter, 0]))),
    );
    const { detail, errors } = body as { detail: string; errors: unknown[] };
    expect(errors).toHaveLength(20);
    expect(detail).toContain('the first');
  });

  test('thousands of members are counted, not named', async () => {
    const members = Array.from({ length: 5_000 }, (_, n) => [`m${String(n)}`, 0]);
    const { status, json: body, text } = await send('/', json(Object.fromEntries(members)));
    expect([status, (body as { code: string }).code]).toEqual([400, 'body-unreadable']);
    expect(text.length).toBeLessThan(1_000);
  });

  const line = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
  test.each([`/?${line}=1`, `/?pageSize=1&${line}=1&${line}=2`])(
    'a parameter whose name is no name is not repeated: %s',
    async (path) => {
      const { status, text } = await send(path);
      expect(status).toBe(400);
      expect(text).not.toContain(line.slice(0, 16));
    },
  );

  test('nor is one of a call that takes none', async () => {
    const init = { method: 'PUT', headers: { 'content-type': 'application/octet-stream' } };
    const { status, text } = await send(`/a?${line}=1&size=1`, { ...init, body: 'x' });
    expect([status, text.includes('/size'), text.includes('MIIE')]).toEqual([400, true, false]);
  });

  test('in a query: unknown, out of range, no number, twice', async () => {
    expect(await errorsOf('/?pageSize=1000')).toMatchObject({
      status: 400,
      errors: [{ in: 'query', pointer: '/pageSize' }],
    });
    for (const size of ['NaN', '0x10', '1e1', '%2010', '10.0', '+10', '', '٣'])
      expect(await errorsOf(`/?pageSize=${size}`), size).toMatchObject({ status: 400 });
    expect(await errorsOf('/?size=1')).toMatchObject({
      status: 400,
      errors: [{ pointer: '/size' }],
    });
    expect(await errorsOf('/?pageSize=1&pageSize=2')).toMatchObject({
      status: 400,
      errors: [{ in: 'query', pointer: '/pageSize', detail: 'may be given once' }],
    });
  });
});

describe('who may', () => {
  test('nobody without a token: 401 and the challenge', async () => {
    const { status, headers } = await send('/', { as: '' });
    expect({ status, challenge: headers.get('www-authenticate') }).toEqual({
      status: 401,
      challenge: 'Bearer',
    });
  });

  test('a viewer reads and does not write', async () => {
    const as = await token({ role: 'viewer' });
    expect((await send('/?pageSize=1', { as })).status).toBe(200);
    expect((await send('/', { ...json({ name: 'x' }), as })).json).toMatchObject({
      status: 403,
      code: 'role-insufficient',
    });
  });

  test('a viewer stays one, whatever headers say', async () => {
    const as = await token({ role: 'viewer' });
    const headers = { 'x-http-method-override': 'POST', 'x-role': 'editor' };
    expect((await send('/?pageSize=1', { as, headers })).status).toBe(200);
  });

  test.each(['PATCH', 'PUT', 'PROPFIND'])(
    'no %s where there is none: 405 and what there is',
    async (method) => {
      const { status, headers } = await send('/', { method });
      expect({ status, allow: headers.get('allow') }).toEqual({
        status: 405,
        allow: 'POST, GET, DELETE, OPTIONS',
      });
    },
  );
});

describe('a path', () => {
  test.each([
    ['/%E0%A4%A', 400, 'path-invalid'],
    ['/?x=%E0%A4%A', 400, 'path-invalid'],
    ['/?%ff=1', 400, 'path-invalid'],
    ['/x/y/z', 404, 'path-not-found'],
    ['/%00', 405, 'method-not-allowed'],
    ['/..%2F..%2Fb', 405, 'method-not-allowed'],
    [`/${'a'.repeat(5000)}`, 400, 'path-invalid'],
  ])('%s is refused with a problem document', async (path, status, code) => {
    const answer = await send(path);
    expect([answer.status, answer.json]).toEqual([status, expect.objectContaining({ code })]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  test('whose id cannot be one is answered as an unknown one', async () => {
    const init = {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: 'x',
    };
    expect((await send('/much-too-long', init)).status).toBe(404);
  });
});

describe('pages', () => {
  test('follow one another by their token, within one query and workspace', async () => {
    const first = (await send('/?pageSize=2')).json as { items: number[]; nextPageToken: string };
    const second = (await send(`/?pageSize=3&pageToken=${first.nextPageToken}`)).json;

    expect(first.items).toEqual([0, 1]);
    expect(second).toMatchObject({ items: [2, 3, 4] });
    const foreign = await send(`/?pageToken=${first.nextPageToken}`, {
      as: await token({ workspace: 'other' }),
    });
    expect(foreign.json).toMatchObject({ status: 400, code: 'page-token-invalid' });
  });

  test('begin anew where a release before this one sealed what this one cannot go on from', async () => {
    const purpose = JSON.stringify(['demo', 'GET', '/', {}, []]);
    const sealed = (cursor: unknown) => doorway.pageTokens.seal(cursor, purpose);
    const second = await send(`/?pageSize=1&pageToken=${sealed(7)}`);
    expect(second.json).toMatchObject({ items: [7] });

    const older = await send(`/?pageSize=1&pageToken=${sealed({ page: 7 })}`);
    expect(older.status).toBe(400);
    expect(older.json).toMatchObject({ code: 'page-token-invalid' });
  });
});

describe('THREATS 50: other origins', () => {
  test('the page’s origin is let in, and only it', async () => {
    const of = async (origin: string, init: RequestInit & { as?: string } = {}) =>
      (await send('/?pageSize=1', { ...init, headers: { origin } })).headers.get(
        'access-control-allow-origin',
      );

    expect(await of(pageOrigin)).toBe(pageOrigin);
    expect(await of(pageOrigin, { as: '' })).toBe(pageOrigin);
    for (const origin of [
      'https://evil.example',
      'null',
      `${pageOrigin}.evil.example`,
      'http://app.example',
    ]) {
      expect(await of(origin)).toBeNull();
    }
  });

  test('a preflight needs no token and brings no credentials', async () => {
    const { status, headers } = await send('/', {
      method: 'OPTIONS',
      as: '',
      headers: { origin: pageOrigin },
    });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-methods')).toContain('POST');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('a defect', () => {
  test('is told by where to find it, and logged by its stack without its message', async () => {
    const { status, text, json: body } = await send('/', { method: 'DELETE' });

    expect({ status, code: (body as { code: string }).code }).toEqual({
      status: 500,
      code: 'internal',
    });
    expect(text + log.join('')).not.toContain('ya29');
    expect(log.join('')).toContain('serve.test.ts');
  });
});

describe('a stream', () => {
  const stream = (body: object) => json(body, { accept: 'text/event-stream' });

  test('sends each event when it comes, one line of JSON each, and the report last', async () => {
    const { text, headers } = await send('/stream', stream({ fail: false }));
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(text).toBe(
      'event: check\ndata: {"id":"A1","text":"one\\nline"}\n\nevent: report\ndata: {"done":true}\n\n',
    );
  });

  test('that breaks says so in the stream', async () => {
    const { text } = await send('/stream', stream({ fail: true }));
    expect(text).toContain(
      'event: problem\ndata: {"type":"urn:bigquery-connector:problem:rate-limited"',
    );
  });

  test('that cannot begin is a refusal like any other', async () => {
    expect((await send('/stream', stream({}))).headers.get('content-type')).toMatch(
      /problem\+json/,
    );
  });

  test('is not forced on who asks for JSON', async () => {
    expect((await send('/stream', json({ fail: false }))).json).toEqual({ done: true });
  });
});

describe('THREATS 56 and 64: what the log and the framing withstand', () => {
  test('a header cannot write a line of the log, nor choose its trace', async () => {
    const headers = {
      'user-agent': 'x"}{"severity":"EMERGENCY"}',
      traceparent: '00-projects/evil-1-01',
    };
    await send('/?pageSize=1', { headers });
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0] ?? '')).toMatchObject({
      severity: 'INFO',
      trace: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    });
  });

  test.each([
    ['two lengths', 'Content-Length: 6\r\nTransfer-Encoding: chunked\r\n', 400],
    ['two hosts', 'Host: evil.example\r\nContent-Length: 5\r\n', 400],
    ['two types', 'Content-Type: text/plain\r\nContent-Length: 5\r\n', 400],
    ['a coding of the transfer', 'Transfer-Encoding: gzip, chunked\r\n', 415],
  ])('%s are no request, and what follows is none', async (_, line, status) => {
    const { port } = new URL(await listen(serve(endpoint, {}, doorway)));
    const host = `Host: x\r\nAuthorization: Bearer ${await token()}\r\n`;
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST / HTTP/1.1\r\n${host}Content-Type: application/json\r\n${line}\r\n0\r\n\r\n` +
        `GET /?pageSize=1 HTTP/1.1\r\n${host}\r\n`,
    );
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    expect(
      Buffer.concat(chunks)
        .toString()
        .match(/HTTP\/1\.1 \d+/g),
    ).toEqual([`HTTP/1.1 ${String(status)}`]);
  });

  test('two Authorization headers are no token', async () => {
    const origin = new URL(await listen(serve(endpoint, {}, doorway)));
    const good = `Bearer ${await token()}`;
    const status = await new Promise((resolve, reject) => {
      rawRequest(
        {
          port: origin.port,
          host: '127.0.0.1',
          path: '/?pageSize=1',
          headers: { authorization: [good, good] as never },
        },
        (response) => {
          resolve(response.resume().statusCode);
        },
      )
        .once('error', reject)
        .end();
    });
    expect(status).toBe(401);
  });
});
