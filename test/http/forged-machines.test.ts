import { createHmac, generateKeyPairSync } from 'node:crypto';
import { exportSPKI, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  honestClaims as claimsOfAda,
  issuerKeyPair as google,
  jwk,
  token as sign,
} from '../support/issuer.ts';
import {
  asked,
  audience,
  claims,
  codeOf,
  queue,
  token,
  verifier,
} from '../support/machine-token.ts';

const seconds = Math.floor(Date.now() / 1000);
const base64url = (text: string) => Buffer.from(text).toString('base64url');

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
