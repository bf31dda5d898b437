import { createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RunningSandbox, runningSandbox } from './running-sandbox.ts';

let google: RunningSandbox;
beforeAll(async () => {
  google = await runningSandbox();
});
afterEach(() => {
  google.moveTo(new Date());
});
afterAll(async () => {
  await google.close();
});

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const timeframe =
  'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.';

describe('the token endpoint', () => {
  test('gives a token for a good assertion, for an hour', async () => {
    const { status, json } = await google.exchange(await google.assertion('good'));

    expect(status).toBe(200);
    expect(json).toEqual({
      access_token: expect.stringMatching(/^ya29\.sandbox-/) as string,
      expires_in: 3599,
      token_type: 'Bearer',
    });
  });

  test.each<[string, string, object, object, string]>([
    [
      'another audience',
      'good',
      { aud: 'https://evil.example' },
      {},
      'Invalid JWT: Failed audience check.',
    ],
    ['a lifetime of more than an hour', 'good', { exp: inSeconds(3700) }, {}, timeframe],
    [
      'a time that has passed',
      'good',
      { iat: inSeconds(-7200), exp: inSeconds(-3600) },
      {},
      timeframe,
    ],
    ['a time to come', 'good', { iat: inSeconds(900), exp: inSeconds(1800) }, {}, timeframe],
    [
      'an account that never was',
      'good',
      { iss: 'nobody@acme-analytics.iam.gserviceaccount.com' },
      {},
      'Invalid grant: account not found',
    ],
    ['no e-mail', 'good', { iss: 'nobody' }, {}, 'Not a valid email.'],
    ['an account that was deleted', 'deleted-account', {}, {}, 'Invalid grant: account not found'],
    ['an account that was disabled', 'disabled-account', {}, {}, 'Robot is disabled.'],
    ['a key that was deleted', 'deleted-key', {}, {}, 'Invalid JWT Signature.'],
    ['a key that has expired', 'expired-key', {}, {}, 'Invalid JWT Signature.'],
    ['the key id of another key', 'mismatched-key-id', {}, {}, 'Invalid JWT Signature.'],
    ['an unknown key id', 'good', {}, { kid: 'ffff' }, 'Invalid JWT Signature.'],
  ])('refuses %s in Google’s words', async (_, name, claims, header, description) => {
    const answer = await google.exchange(await google.assertion(name, claims, header));

    expect(answer).toMatchObject({
      status: 400,
      json: { error: 'invalid_grant', error_description: description },
    });
  });

  test('refuses the signature of a stranger', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const pem = stranger.export({ type: 'pkcs8', format: 'pem' }).toString();
    const { client_email: iss, private_key_id: kid } = google.keyFile('good');
    const forged = await new SignJWT({ iss, aud: 'x', iat: inSeconds(0), exp: inSeconds(60) })
      .setProtectedHeader({ alg: 'RS256', kid })
      .sign(await importPKCS8(pem, 'RS256'));
    expect((await google.exchange(forged)).json).toMatchObject({
      error_description: 'Invalid JWT Signature.',
    });
  });

  test('refuses an assertion without a signature, and what is no assertion', async () => {
    const [, body = ''] = (await google.assertion('good')).split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const forged of [`${none}.${body}.`, 'a.b.c', '', `${none}.${body}`]) {
      expect(await google.exchange(forged)).toMatchObject({
        status: 400,
        json: { error: 'invalid_grant' },
      });
    }
  });

  test.each([
    ['', 'invalid_scope'],
    ['https://www.googleapis.com/auth/bigquerry', 'invalid_scope'],
  ])('refuses the scope %j', async (scope, error) => {
    const { json } = await google.exchange(await google.assertion('good', { scope }));
    expect(json.error).toBe(error);
  });

  test('refuses another grant, and to act for a person', async () => {
    expect((await google.exchange(await google.assertion('good'), 'password')).json.error).toBe(
      'unsupported_grant_type',
    );
    const forPerson = await google.assertion('good', { sub: 'ada@acme.example' });
    expect(await google.exchange(forPerson)).toMatchObject({
      status: 401,
      json: { error: 'unauthorized_client' },
    });
  });
});

describe('the list of certificates', () => {
  const listed = async (name: string) => {
    const email = encodeURIComponent(google.keyFile(name).client_email);
    const answer = await google.fetch(`/robot/v1/metadata/x509/${email}`);
    const pem = answer.json[google.keyFile(name).private_key_id];
    return { answer, certificate: typeof pem === 'string' ? new X509Certificate(pem) : undefined };
  };
  const ofFile = (name: string) => createPublicKey(google.keyFile(name).private_key);
  const daysLeft = (certificate?: X509Certificate) =>
    Math.floor(((certificate?.validToDate.getTime() ?? NaN) - Date.now()) / 86_400_000);

  test('bears the certificate of a living key, which signs itself', async () => {
    const { certificate } = await listed('good');
    expect(certificate?.publicKey.equals(ofFile('good'))).toBe(true);
    expect(certificate?.verify(ofFile('good'))).toBe(true);
    expect(certificate?.validToDate.getUTCFullYear()).toBe(9999);
  });

  test('tells a key that expires soon, and one that has', async () => {
    expect(daysLeft((await listed('expires-soon')).certificate)).toBe(12);
    expect(daysLeft((await listed('expired-key')).certificate)).toBeLessThan(0);
  });

  test('lacks a deleted key though not its successor, and names another key under a mixed id', async () => {
    const withdrawn = await listed('deleted-key');
    expect(withdrawn.certificate).toBeUndefined();
    expect(Object.keys(withdrawn.answer.json)).toHaveLength(1);
    const mixed = await listed('mismatched-key-id');
    expect(mixed.certificate?.publicKey.equals(ofFile('mismatched-key-id'))).toBe(false);
  });

  test('is still there for a disabled account, and not for a deleted one', async () => {
    expect((await listed('disabled-account')).answer.status).toBe(200);
    expect((await listed('deleted-account')).answer.status).toBe(404);
  });
});

describe('BigQuery', () => {
  const datasets = '/bigquery/v2/projects/acme-analytics/datasets';

  test('wants a token, and one of its own', async () => {
    const without = await google.fetch(datasets);
    expect(without).toMatchObject({
      status: 401,
      json: { error: { code: 401, status: 'UNAUTHENTICATED', errors: [{ reason: 'required' }] } },
    });
    expect(await google.fetch(datasets, { token: 'ya29.sandbox-guess' })).toMatchObject({
      status: 401,
      json: { error: { errors: [{ reason: 'authError', location: 'Authorization' }] } },
    });
  });

  test('takes a token for an hour', async () => {
    const token = await google.token('good');
    expect((await google.fetch(datasets, { token })).status).toBe(200);
    google.moveTo(new Date(Date.now() + 3599_000));
    expect((await google.fetch(datasets, { token })).status).toBe(401);
  });

  test('wants a scope of its own', async () => {
    const token = await google.token('good', 'https://www.googleapis.com/auth/drive.readonly');
    expect(await google.fetch(datasets, { token })).toMatchObject({
      status: 403,
      json: { error: { errors: [{ reason: 'insufficientPermissions' }] } },
    });
  });
});
