import { createHmac, generateKeyPairSync } from 'node:crypto';
import { exportJWK, exportSPKI, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { honestClaims, issuerKeyPair, jwk, rules, token, verifier } from '../support/issuer.ts';
import { speltOtherwise } from '../support/spelt-otherwise.ts';

const asked = (...authorizations: string[]) => ({
  headers: { authorization: authorizations[0] },
  rawHeaders: authorizations.flatMap((value) => ['Authorization', value]),
});

const codeOf = async (authorization: string) =>
  verifier(asked(authorization)).then(
    () => 'let in',
    (error: unknown) => (error as { code: string }).code,
  );

const base64url = (text: string) => Buffer.from(text).toString('base64url');
const seconds = Math.floor(Date.now() / 1000);

describe('a caller', () => {
  test('is who the token says', async () => {
    expect(await verifier(asked(`Bearer ${await token()}`))).toEqual({
      subject: 'ada',
      workspace: 'demo',
      role: 'editor',
    });
  });

  test('whose token ended 20 s ago is let in, for clocks differ', async () => {
    expect(await codeOf(`Bearer ${await token({ exp: seconds - 20 })}`)).toBe('let in');
  });
});

describe('THREATS 1 and 2: a forged token is refused', async () => {
  const attacker = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [header = '', payload = '', signature = ''] = (await token()).split('.');
  const sign = async (members: object) =>
    new SignJWT(honestClaims())
      .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', ...members })
      .sign(attacker.privateKey);
  const hmac = (secret: string) => {
    const head = base64url(JSON.stringify({ alg: 'HS256', typ: 'at+jwt', kid: jwk.kid }));
    const mac = createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url');
    return `${head}.${payload}.${mac}`;
  };
  const pem = await exportSPKI(issuerKeyPair.publicKey);
  const forged: Record<string, string> = {
    'alg none': `${base64url('{"alg":"none","typ":"at+jwt"}')}.${payload}.`,
    'alg nOnE with a genuine signature': `${base64url(`{"alg":"nOnE","typ":"at+jwt","kid":"${jwk.kid}"}`)}.${payload}.${signature}`,
    'HS256 keyed with the public key': hmac(pem),
    'HS256 keyed with the public key, trimmed': hmac(pem.trim()),
    'the issuer’s kid with another signature': await sign({ kid: jwk.kid }),
    'an unknown kid': await sign({ kid: 'somebody' }),
    'no kid': await token({}, { kid: undefined }),
    'its own key in the header': await sign({ jwk: await exportJWK(attacker.publicKey) }),
    'addresses of keys in the header': await sign({
      kid: jwk.kid,
      jku: 'http://127.0.0.1:9/',
      x5u: 'http://127.0.0.1:9/',
    }),
    'a payload swapped under a good signature': `${header}.${base64url(JSON.stringify({ ...honestClaims(), workspace: 'other' }))}.${signature}`,
    'a good signature in another spelling': `${header}.${payload}.${speltOtherwise(signature)}`,
    'no token at all': 'garbage',
    'five parts': 'a.b.c.d.e',
  };

  test.each(Object.entries(forged))('%s', async (_name, forgery) => {
    expect(await codeOf(`Bearer ${forgery}`)).toBe('token-refused');
  });
});

describe('THREATS 3 and 4: a token made for something else, or at another time, is refused', () => {
  const strange: Record<string, [claims: object, header?: object]> = {
    'another issuer': [{ iss: 'https://issuer.evil.example' }],
    'the issuer with a slash': [{ iss: `${rules.issuer}/` }],
    'the issuer as a list': [{ iss: [rules.issuer] }],
    'another audience': [{ aud: 'https://another-api.example' }],
    'an ID token': [{ nonce: 'n' }],
    'a logout token': [{ events: {} }],
    'a logout token by its type': [{}, { typ: 'logout+jwt' }],
    'a plain JWT where access tokens are marked': [{}, { typ: 'JWT' }],
    'a sender-constrained token without its proof': [{ cnf: { jkt: 'x' } }],
    'no exp': [{ exp: undefined }],
    'no iat': [{ iat: undefined }],
    'no sub': [{ sub: undefined }],
    'an exp of 1e300': [{ exp: 1e300 }],
    'two days of life': [{ exp: seconds + 2 * 86_400 }],
    'born tomorrow': [{ iat: seconds + 86_400, exp: seconds + 90_000 }],
    'not valid before ten minutes from now': [{ nbf: seconds + 600 }],
    'ended an hour ago': [{ iat: seconds - 7200, exp: seconds - 3600 }],
    'an unknown critical header': [{}, { crit: ['x'], x: 1 }],
  };

  test.each(Object.entries(strange))('%s', async (_name, [claims, header]) => {
    const made = await token(claims, header).catch(() => 'cannot.be.made');
    expect(await codeOf(`Bearer ${made}`)).toBe('token-refused');
  });
});

describe('THREATS 5: claims of a wrong shape give neither workspace nor role', () => {
  test.each([
    [['A', 'B']],
    [['A']],
    [{ id: 'A' }],
    [undefined],
    [null],
    [''],
    ['../A'],
    ['..'],
    ['A/..'],
    ['__a__'],
    ['__proto__'],
    ['constructor'],
    ['A\u0000'],
    ['A '],
    [' A'],
    [7],
    ['x'.repeat(65)],
    ['Ä'],
  ])('workspace %j', async (workspace) => {
    expect(await codeOf(`Bearer ${await token({ workspace })}`)).toBe('workspace-missing');
  });

  test.each([
    ['owner'],
    ['EDITOR'],
    ['editors'],
    ['non-editor viewer'],
    [''],
    [[]],
    [null],
    [undefined],
    [{ editor: true }],
  ])('role %j', async (role) => {
    expect(await codeOf(`Bearer ${await token({ role })}`)).toBe('role-missing');
  });
});

describe('THREATS 6: there is one door', () => {
  test('two Authorization headers are none', async () => {
    const good = `Bearer ${await token()}`;
    await expect(verifier(asked(good, good))).rejects.toMatchObject({ code: 'token-refused' });
  });

  test('no header is no token', async () => {
    await expect(verifier(asked())).rejects.toMatchObject({ code: 'token-missing' });
  });

  test('Basic is no Bearer', async () => {
    expect(await codeOf(`Basic ${await token()}`)).toBe('token-refused');
  });
});
