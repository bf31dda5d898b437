import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sendJson } from '../../shared/http/send.ts';
import { listen } from '../support/listen.ts';
import { rawRequest } from '../support/raw-request.ts';

const many = { connectors: Array.from({ length: 200 }, (_, n) => ({ name: `Shop ${String(n)}` })) };
const few = { etag: 'e1' };

async function answered(body: object, accepted?: string) {
  const origin = await listen((_httpRequest, httpResponse) => {
    sendJson(httpResponse, 200, body);
  });
  const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
  return rawRequest(origin, '/', { headers });
}

test('a large answer is compressed for who takes that', async () => {
  const { headers, bytes } = await answered(many, 'gzip, deflate, br');

  expect(headers['content-encoding']).toBe('gzip');
  expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(many);
  expect(bytes.length).toBeLessThan(JSON.stringify(many).length / 3);
});

test.each([undefined, 'identity', 'gzip;q=0', 'br'])(
  'and sent as it is to who accepts %j',
  async (accepted) => {
    const { headers, json } = await answered(many, accepted);

    expect([headers['content-encoding'], json]).toEqual([undefined, many]);
  },
);

test('a small one is never compressed, and keeps its etag', async () => {
  const { headers, json } = await answered(few, 'gzip');

  expect([headers['content-encoding'], headers.etag, json]).toEqual([undefined, '"e1"', few]);
});
