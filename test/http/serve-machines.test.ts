import { request as rawRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { machineEndpoint, type MachineWork } from '../../shared/http/machine-endpoint.ts';
import { serveMachines } from '../../shared/http/serve-machines.ts';
import { Problem } from '../../shared/problems/problem.ts';
import { token as userToken } from '../support/issuer.ts';
import { listen } from '../support/listen.ts';
import { queue, token, verifier } from '../support/machine-token.ts';
import { quietLog } from '../support/quiet-log.ts';

let log: string[] = [];
beforeEach(() => {
  log = quietLog();
});

type Handle = (given: { part?: number | undefined }, work: MachineWork) => Promise<string>;
interface Options {
  handle?: Handle;
  bodyOptional?: boolean;
  timeLimitMs?: number;
}

/** A function of machines whose body is `{ part }`, listening. */
async function running({ handle, bodyOptional = true, timeLimitMs = 60_000 }: Options = {}) {
  const endpoint = machineEndpoint({
    name: 'work',
    description: '',
    body: z.strictObject({ part: z.int().optional() }),
    bodyOptional,
    timeLimitMs,
    handle: async (given, _ports: object, work) => ({
      outcome: await (handle?.(given, work) ?? `part ${String(given.part)}`),
    }),
  });
  return listen(serveMachines(endpoint, {}, verifier));
}

const json = { 'content-type': 'application/json' };

async function send(init: RequestInit = {}, options: Options = {}, path = '/') {
  const headers = new Headers({ authorization: `Bearer ${await token()}` });
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
  const origin = await running(options);
  const response = await fetch(origin + path, { method: 'POST', ...init, headers });
  const text = await response.text();
  const { status } = response;
  return { status, headers: response.headers, json: JSON.parse(text) as Record<string, unknown> };
}

describe('a machine that calls', () => {
  test('is told what became of it, and the log says the same in its one line', async () => {
    const trace = 'a'.repeat(32);
    const answer = await send({
      headers: { ...json, traceparent: `00-${trace}-${'b'.repeat(16)}-01` },
      body: '{"part":2}',
    });

    expect([answer.status, answer.json]).toEqual([200, { outcome: 'part 2' }]);
    expect(log.map((line) => JSON.parse(line) as object)).toEqual([
      {
        severity: 'INFO',
        message: 'request',
        trace,
        facts: {
          function: 'work',
          method: 'POST',
          path: '/',
          account: queue,
          outcome: 'part 2',
          status: 200,
          ms: expect.any(Number) as number,
        },
      },
    ]);
  });

  test.each<[string, RequestInit]>([
    ['no body at all', {}],
    ['none of the type that the schedule names by itself', octets('')],
    ['an empty object', { headers: json, body: '{}' }],
  ])('may send %s, where nothing has to be said', async (_, init) => {
    expect((await send(init)).json).toEqual({ outcome: 'part undefined' });
  });

  test('may send none in chunks, too', async () => {
    const origin = await running();
    const headers = {
      authorization: `Bearer ${await token()}`,
      'content-type': 'application/octet-stream',
      'transfer-encoding': 'chunked',
    };
    const status = await new Promise((resolve) => {
      rawRequest(origin, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(200);
  });

  test('has to say what has to be said', async () => {
    expect(await send({}, { bodyOptional: false })).toMatchObject({ status: 415 });
    const empty = { headers: json, body: '' };
    expect(await send(empty, { bodyOptional: false })).toMatchObject({ status: 400 });
  });
});

describe('what a machine sends and nobody knows is refused, so that its queue is seen to fail', () => {
  test.each<[string, RequestInit, number, string]>([
    ['an unknown member', { headers: json, body: '{"part":1,"x":1}' }, 400, 'request-invalid'],
    ['a member of another type', { headers: json, body: '{"part":"1"}' }, 400, 'request-invalid'],
    ['a list', { headers: json, body: '[]' }, 400, 'request-invalid'],
    ['null', { headers: json, body: 'null' }, 400, 'request-invalid'],
    ['half a JSON', { headers: json, body: '{"part":' }, 400, 'body-unreadable'],
    ['JSON under another name', octets('{}'), 415, 'media-type-unsupported'],
    [
      'a compressed body',
      { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync('{}') },
      415,
      'encoding-unsupported',
    ],
    ['a megabyte', { headers: json, body: ' '.repeat(1_000_000) }, 413, 'body-too-large'],
  ])('%s', async (_, init, status, code) => {
    for (const bodyOptional of [true, false]) {
      const answer = await send(init, { bodyOptional });

      expect([answer.status, answer.json.code]).toEqual([status, code]);
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    }
  });

  test('another path, a query, another method', async () => {
    expect(await send({}, {}, '/check')).toMatchObject({ status: 404 });
    expect(await send({}, {}, '/?part=1')).toMatchObject({ status: 400 });
    const answer = await send({ method: 'PUT' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('who else calls', () => {
  test('is refused before a word of the body is read', async () => {
    const body = { headers: { ...json, authorization: `Bearer ${await userToken()}` }, body: '{' };
    expect(await send(body)).toMatchObject({ status: 401, json: { code: 'token-refused' } });
    const other = await token({ email: 'other@acme-platform.iam.gserviceaccount.com' });
    const headers = { ...json, authorization: `Bearer ${other}` };
    expect(await send({ headers, body: '{' })).toMatchObject({
      status: 403,
      json: { code: 'role-insufficient' },
    });
  });

  test('from a web page is allowed nothing by any header', async () => {
    const origin = { origin: 'https://app.example', 'access-control-request-method': 'POST' };
    const preflight = await send({ method: 'OPTIONS', headers: origin });
    const posted = await send({ headers: origin });

    expect([preflight.status, posted.status]).toEqual([405, 200]);
    const told = [...preflight.headers.keys(), ...posted.headers.keys()];
    expect(told.filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('what does not work here and now', () => {
  test('is no 2xx, so that the queue tries again', async () => {
    const wait = new Problem('store-unavailable', 'Wait.', { retryAfterSeconds: 5 });
    const answer = await send({}, { handle: () => Promise.reject(wait) });

    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  });

  test('is a defect where nobody knows better, told by its stack alone', async () => {
    const defect = new Error('the token ya29.secret leaked into a message');
    const answer = await send({}, { handle: () => Promise.reject(defect) });

    expect([answer.status, answer.json.code]).toEqual([500, 'internal']);
    expect(log.join()).toMatch(/"message":"defect".*serve-machines/);
    expect(JSON.stringify(answer.json) + log.join()).not.toContain('ya29');
  });
});

describe('the work', () => {
  test('goes on when the machine hangs up, to its end', async () => {
    const begun = Promise.withResolvers<MachineWork>();
    const hungUp = Promise.withResolvers<string>();
    const handle: Handle = async (_, work) => {
      begun.resolve(work);
      return hungUp.promise;
    };
    const origin = await running({ handle });
    const asked = rawRequest(origin, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token()}` },
    });
    const closed = new Promise((resolve) => asked.once('error', resolve));
    asked.end();

    const { signal } = await begun.promise;
    asked.destroy(new Error('hung up'));
    await closed;
    await fetch(origin, { method: 'OPTIONS' }); // by now the other end knows
    expect(signal.aborted).toBe(false);
    hungUp.resolve('done all the same');
    await expect.poll(() => log.join()).toMatch(/"outcome":"done all the same"/);
  });

  test('is told when its time is up', async () => {
    const handle: Handle = async (_, { signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          resolve('stopped asking');
        });
      });

    expect((await send({}, { handle, timeLimitMs: 1 })).json).toEqual({
      outcome: 'stopped asking',
    });
  });

  test('notes what it likes, with what is known of the request', async () => {
    const handle: Handle = async (_, { note }) => {
      note('began', { part: 1 }, 'WARNING');
      return 'done';
    };
    await send({}, { handle });

    expect(JSON.parse(log[0] ?? '')).toMatchObject({
      severity: 'WARNING',
      message: 'began',
      facts: { function: 'work', account: queue, part: 1 },
    });
  });
});

function octets(body: string): RequestInit {
  return { headers: { 'content-type': 'application/octet-stream' }, body };
}
