import { createHmac, generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createLocalJWKSet, exportSPKI, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { issuerKeys } from '../../shared/http/issuer-keys.ts';
import { googleJwksUri, machineVerifier } from '../../shared/http/verify-machine.ts';
import {
  honestClaims as claimsOfAda,
  issuerKeyPair as google,
  jwk,
  token as sign,
} from '../support/issuer.ts';
import { listen } from '../support/listen.ts';

const audience = 'https://europe-west1-acme-platform.cloudfunctions.net/check-connector';
const queue = 'check-queue@acme-platform.iam.gserviceaccount.com';
const rules = { audience, accounts: [queue] };
const verifier = machineVerifier(rules, createLocalJWKSet({ keys: [jwk] }), () => new Date());

const seconds = Math.floor(Date.now() / 1000);
/** As Cloud Tasks sends it; what is left out of them is what a user's token has. */
const claims = {
  iss: 'https://accounts.google.com',
  aud: audience,
  azp: queue,
  sub: '104857600104857600104',
  email: queue,
  email_verified: true,
  workspace: undefined,
  role: undefined,
};
const token = (changes: object = {}, header: object = {}) =>
  sign({ ...claims, ...changes }, { typ: 'JWT', ...header });

const asked = (authorizations: string[], headers: Record<string, string> = {}) =>
  ({
    headers: { authorization: authorizations[0], ...headers },
    rawHeaders: [
      ...authorizations.flatMap((value) => ['Authorization', value]),
      ...Object.entries(headers).flat(),
    ],
  }) as unknown as IncomingMessage;

const codeOf = async (token: string) =>
  verifier(asked([`Bearer ${token}`])).then(
    () => 'let in',
    (error: unknown) => (error as { code: string }).code,
  );

const base64url = (text: string) => Buffer.from(text).toString('base64url');

describe('a machine that calls', () => {
  test('is the one service account that Google’s token names', async () => {
    expect(await verifier(asked([`Bearer ${await token()}`]))).toEqual({ account: queue });
  });

  test('may have the issuer without its https://, and a clock 20 s off', async () => {
    expect(await codeOf(await token({ iss: 'accounts.google.com' }))).toBe('let in');
    expect(await codeOf(await token({ exp: seconds - 20 }))).toBe('let in');
  });

  test('may be one of two, where a function has two callers', async () => {
    const schedule = 'schedule@acme-platform.iam.gserviceaccount.com';
    const both = machineVerifier(
      { audience, accounts: [schedule, queue] },
      createLocalJWKSet({ keys: [jwk] }),
      () => new Date(),
    );

    expect(await both(asked([`Bearer ${await token({ email: schedule })}`]))).toEqual({
      account: schedule,
    });
  });

  test('is asked to come again while Google’s keys cannot be read', async () => {
    const origin = await listen((_request, response) => response.writeHead(500).end());
    const unknowing = machineVerifier(rules, issuerKeys(origin), () => new Date());

    await expect(unknowing(asked([`Bearer ${await token()}`]))).rejects.toMatchObject({
      code: 'issuer-unavailable',
      retryAfterSeconds: 30,
    });
  });

  test('is known by the keys that Google publishes', () => {
    expect(googleJwksUri).toBe('https://www.googleapis.com/oauth2/v3/certs');
  });
});

describe('THREATS 59: whoever else calls is refused', async () => {
  const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [header = '', payload = '', signature = ''] = (await token()).split('.');
  const hmac = (secret: string) => {
    const head = base64url(JSON.stringify({ alg: 'HS256', typ: 'JWT', kid: jwk.kid }));
    const mac = createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url');
    return `${head}.${payload}.${mac}`;
  };
  const forged: Record<string, string> = {
    'alg none': `${base64url('{"alg":"none","typ":"JWT"}')}.${payload}.`,
    'alg nOnE': `${base64url(`{"alg":"nOnE","kid":"${jwk.kid}"}`)}.${payload}.${signature}`,
    'a signature that the platform took away': `${header}.${payload}.SIGNATURE_REMOVED_BY_GOOGLE`,
    'HS256 keyed with the public key': hmac(await exportSPKI(google.publicKey)),
    'Google’s kid with another signature': await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: jwk.kid })
      .setIssuedAt()
      .setExpirationTime('1h')
      .sign(attacker.privateKey),
    'another account under the same signature': `${header}.${base64url(JSON.stringify({ ...claims, email: 'x@y.z' }))}.${signature}`,
    'an unknown kid': await token({}, { kid: 'somebody' }),
    'no kid': await token({}, { kid: undefined }),
    'a user’s token of our own issuer': await sign(),
    'a user’s token for this function': await sign({ ...claimsOfAda(), aud: audience }),
    'our own issuer’s, with everything else right': await token({ iss: claimsOfAda().iss }),
    'an issuer that begins alike': await token({ iss: 'https://accounts.google.com.evil.example' }),
    'an issuer with a slash': await token({ iss: 'https://accounts.google.com/' }),
    'another audience': await token({ aud: `${audience}s` }),
    'the host alone as audience': await token({ aud: new URL(audience).origin }),
    'two audiences': await token({ aud: [audience, 'https://another.example'] }),
    'no audience': await token({ aud: undefined }),
    'no email': await token({ email: undefined }),
    'a list of emails': await token({ email: [queue] }),
    'an unverified email': await token({ email_verified: false }),
    'an email verified in words': await token({ email_verified: 'true' }),
    'an email of which nothing is said': await token({ email_verified: undefined }),
    expired: await token({ iat: seconds - 7200, exp: seconds - 3600 }),
    'no exp': await token({ exp: undefined }),
    'no iat': await token({ iat: undefined }),
    'no sub': await token({ sub: undefined }),
    'an exp of 1e300': await token({ exp: 1e300 }),
    'two days of life': await token({ exp: seconds + 2 * 86_400 }),
    'born tomorrow': await token({ iat: seconds + 86_400, exp: seconds + 90_000 }),
    'no token at all': 'garbage',
    'longer than any': `a.${'b'.repeat(9000)}.c`,
  };

  test.each(Object.entries(forged))('%s', async (_name, forgery) => {
    expect(await codeOf(forgery)).toBe('token-refused');
  });

  test.each([
    ['another service account', 'upload-key@acme-platform.iam.gserviceaccount.com'],
    ['the same account in capitals', queue.toUpperCase()],
    ['an address that begins alike', `${queue}.evil.example`],
    ['nobody', ''],
    ['a person', 'ada@acme.example'],
  ])('%s', async (_name, email) => {
    expect(await codeOf(await token({ email }))).toBe('role-insufficient');
  });

  test('headers of the queue and the schedule prove nothing', async () => {
    const headers = {
      'x-cloudtasks-queuename': 'checks',
      'x-cloudtasks-taskname': 'task-1',
      'x-cloudscheduler': 'true',
      'x-appengine-queuename': 'checks',
      'user-agent': 'Google-Cloud-Tasks',
    };

    await expect(verifier(asked([], headers))).rejects.toMatchObject({ code: 'token-missing' });
    await expect(verifier(asked([`Bearer ${await sign()}`], headers))).rejects.toMatchObject({
      code: 'token-refused',
    });
  });

  test('another door than Authorization is none', async () => {
    const good = `Bearer ${await token()}`;
    const doors = { 'x-serverless-authorization': good, 'x-forwarded-authorization': good };

    await expect(verifier(asked([], doors))).rejects.toMatchObject({ code: 'token-missing' });
  });

  test('two Authorization headers are none', async () => {
    const good = `Bearer ${await token()}`;

    await expect(verifier(asked([good, good]))).rejects.toMatchObject({ code: 'token-refused' });
    await expect(verifier(asked([good, 'Bearer x']))).rejects.toMatchObject({
      code: 'token-refused',
    });
  });
});
