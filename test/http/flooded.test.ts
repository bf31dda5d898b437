import http from 'node:http';
import net from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { call, type Endpoint } from '../../shared/http/endpoint.ts';
import { fewAtOnce } from '../../shared/http/few-at-once.ts';
import { serve } from '../../shared/http/serve.ts';
import { standFirst } from '../../shared/http/stand-first.ts';
import { doorway } from '../support/doorway.ts';
import { token } from '../support/issuer.ts';
import { listen } from '../support/listen.ts';
import { quietLog } from '../support/quiet-log.ts';

let working: string[];
let goOn: PromiseWithResolvers<undefined>;
beforeEach(() => {
  quietLog();
  working = [];
  goOn = Promise.withResolvers<undefined>();
});
afterEach(() => {
  goOn.resolve(undefined);
});

/** Whoever is of globex keeps the function at work. */
const endpoint: Endpoint<object> = {
  name: 'things',
  description: '',
  calls: [
    call({
      method: 'GET',
      path: '/',
      summary: '',
      role: 'viewer',
      status: 200,
      answer: z.any(),
      problems: [],
      streams: true,
      request: {},
      handle: async (_request, { workspace }) => {
        working.push(workspace);
        if (workspace === 'globex') await goOn.promise;
        return {};
      },
    }),
  ],
};

async function instance() {
  const origin = await listen(serve(endpoint, {}, doorway));
  return async (workspace: string, more: { signal?: AbortSignal; accept?: string } = {}) => {
    const authorization = `Bearer ${await token({ workspace, role: 'viewer' })}`;
    const headers = { authorization, ...(more.accept && { accept: more.accept }) };
    const response = await fetch(origin, {
      headers,
      ...(more.signal && { signal: more.signal }),
    });
    await response.text();
    return response.status;
  };
}
const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

test('who floods an instance waits for himself, and others do not', async () => {
  const ask = await instance();
  await ask('acme');
  const flood = many(9, async () => ask('globex'));
  await expect.poll(() => working.length).toBe(7);

  expect(await ask('acme')).toBe(200);
  expect(working.filter((workspace) => workspace === 'globex')).toHaveLength(6);

  goOn.resolve(undefined);
  expect(new Set(await Promise.all(flood))).toEqual(new Set([200]));
});

test('nothing is done for who hung up while he waited', async () => {
  const ask = await instance();
  await ask('acme');
  const first = many(6, async () => ask('globex'));
  await expect.poll(() => working.length).toBe(7);
  const gone = new AbortController();
  const waiting = many(3, async () => ask('globex', { signal: gone.signal }).catch(() => 'gone'));
  await ask('acme');
  gone.abort();

  expect(await Promise.all(waiting)).toEqual(['gone', 'gone', 'gone']);
  await ask('acme'); // by then the instance knows
  goOn.resolve(undefined);
  await Promise.all(first);
  expect(await ask('globex')).toBe(200);
  expect(working.filter((workspace) => workspace === 'globex')).toHaveLength(7);
});

test('a stream is nobody’s place in the line', async () => {
  const ask = await instance();
  await ask('acme');
  const streams = many(9, async () => ask('globex', { accept: 'text/event-stream' }));
  await expect.poll(() => working.length).toBe(10);
  goOn.resolve(undefined);
  expect(new Set(await Promise.all(streams))).toEqual(new Set([200]));
});

test('who sends more requests ahead on one connection than a few is cut off', async () => {
  let asked = 0;
  const origin = await listen(
    fewAtOnce((_httpRequest, httpResponse) => {
      asked += 1;
      void goOn.promise.then(() => httpResponse.end('done'));
    }),
  );
  const port = Number(new URL(origin).port);
  const pipeline = (requests: number) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n'.repeat(requests));
    return socket;
  };

  const patient = pipeline(8);
  await expect.poll(() => asked).toBe(8);
  const greedy = pipeline(2_000);
  await expect.poll(() => greedy.closed).toBe(true);
  expect(asked).toBe(16);

  const heard = patient.take(1).toArray();
  goOn.resolve(undefined);
  expect(String((await heard)[0])).toContain('done');
  patient.destroy();
});

test('who is silent for long is cut off, whatever he owes or is owed', () => {
  standFirst(
    () => undefined,
    () => undefined,
  );
  const { headersTimeout, requestTimeout, timeout } = http.createServer();
  expect({ headersTimeout, requestTimeout, timeout }).toEqual({
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    timeout: 75_000,
  });
});
