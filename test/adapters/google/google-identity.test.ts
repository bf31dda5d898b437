import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { google } from '../../../shared/adapters/google/endpoints.ts';
import { googleIdentity } from '../../../shared/adapters/google/google-identity.ts';
import { readKeyFile } from '../../../shared/validation/key/read-key-file.ts';
import { listen } from '../../support/listen.ts';
import { keyText } from '../../support/make-key.ts';

const now = new Date('2026-02-03T04:05:06Z');
const { key } = readKeyFile(Buffer.from(keyText()));
const patience = () => new AbortController().signal;

/** The identity of a Google that answers so. */
async function asking(listener: RequestListener) {
  const origin = await listen(listener);
  const endpoints = { ...google, token: `${origin}/token`, certificates: `${origin}/x509/` };
  const identity = googleIdentity(() => now, endpoints);
  const signIn = async (signal = patience()) => {
    if (!key) throw new Error('the sample key cannot be read');
    return identity.signIn(key, ['bigquery', 'drive.readonly'], signal);
  };
  return { identity, signIn };
}

describe('sign-in at Google', () => {
  test('sends an assertion of an hour for this key, audience and scopes, and nothing else', async () => {
    let form = new URLSearchParams();
    const { signIn } = await asking((httpRequest, httpResponse) => {
      httpRequest.on('data', (chunk: Buffer) => {
        form = new URLSearchParams(chunk.toString());
      });
      httpRequest.on('end', () => httpResponse.end('{"access_token":"abc","other":1}'));
    });

    expect(await signIn()).toEqual({ value: { token: 'abc' } });
    const assertion = form.get('assertion') ?? '';
    expect([...form.keys()]).toEqual(['grant_type', 'assertion']);
    expect(decodeProtectedHeader(assertion)).toEqual({
      alg: 'RS256',
      typ: 'JWT',
      kid: key?.privateKeyId,
    });
    expect(decodeJwt(assertion)).toEqual({
      iss: key?.clientEmail,
      aud: 'https://oauth2.googleapis.com/token',
      scope:
        'https://www.googleapis.com/auth/bigquery https://www.googleapis.com/auth/drive.readonly',
      iat: now.getTime() / 1000,
      exp: now.getTime() / 1000 + 3600,
    });
  });

  test.each<[string, RequestListener, object]>([
    [
      'a refusal with Google’s clock',
      (_, httpResponse) => {
        httpResponse.writeHead(400, { date: 'Tue, 03 Feb 2026 04:05:06 GMT' });
        httpResponse.end('{"error":"invalid_grant"}');
      },
      {
        kind: 'http',
        httpStatus: 400,
        body: { error: 'invalid_grant' },
        date: 'Tue, 03 Feb 2026 04:05:06 GMT',
      },
    ],
    [
      'a page of HTML',
      (_, httpResponse) => httpResponse.writeHead(503).end('<html>'),
      { kind: 'http', httpStatus: 503, body: '<html>' },
    ],
    [
      'an answer without a token',
      (_, httpResponse) => httpResponse.end('{"access_token":""}'),
      { kind: 'transport', fault: 'unreadable' },
    ],
    [
      'a redirect, which is not followed',
      (httpRequest, httpResponse) => {
        if (httpRequest.url !== '/token') throw new Error('the redirect was followed');
        httpResponse.writeHead(307, { location: '/elsewhere' }).end();
      },
      { kind: 'transport', fault: 'unreachable' },
    ],
    [
      'more than anybody would send',
      (_, httpResponse) => httpResponse.end('x'.repeat(5 * 1024 ** 2)),
      { kind: 'transport', fault: 'unreachable' },
    ],
    [
      'a dropped connection',
      (httpRequest) => httpRequest.socket.destroy(),
      { kind: 'transport', fault: 'unreachable' },
    ],
  ])('tells %s', async (_, listener, expected) => {
    const { signIn } = await asking(listener);
    expect(await signIn()).toMatchObject({ refusal: { operation: 'token', ...expected } });
  });

  test('ends when nobody waits any more', async () => {
    const gone = new AbortController();
    const { signIn } = await asking(() => {
      gone.abort();
    });
    expect(await signIn(gone.signal)).toMatchObject({ refusal: { fault: 'stopped' } });
  });
});

test('certificates are asked for by the e-mail alone, whatever stands in it', async () => {
  let path = '';
  const { identity } = await asking((httpRequest, httpResponse) => {
    path = httpRequest.url ?? '';
    httpResponse.end('{"1f":"-----BEGIN CERTIFICATE-----"}');
  });
  const answer = await identity.certificates('../../a?b#c@d.gserviceaccount.com', patience());

  expect(path).toBe('/x509/..%2F..%2Fa%3Fb%23c%40d.gserviceaccount.com');
  expect(answer).toEqual({ value: { '1f': '-----BEGIN CERTIFICATE-----' } });
});
