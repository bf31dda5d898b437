import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { scanner } from '../support/canary/scanner.ts';
import { ofAccessToken, ofAssertion, ofWord } from '../support/canary/secret.ts';
import { leaks } from '../support/key-canary.ts';
import { gotForKeys } from './running-service.ts';
import { refuseLeak, sampleKey } from '../support/sample-records.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const der = privateKey.export({ type: 'pkcs8', format: 'der' });
const lines = pem.trim().split('\n');
const prime = Buffer.from(String(privateKey.export({ format: 'jwk' }).p), 'base64url').subarray(
  20,
  50,
);
const somewhere = (content: string | Buffer) => leaks([pem], [{ where: 'there', content }]);

test.each<[string, string | Buffer]>([
  ['a whole key', pem],
  ['a key in JSON', JSON.stringify({ private_key: pem })],
  ['a line of it', `could not read ${lines[12] ?? ''} of the file`],
  [
    'the end of one line and the beginning of the next',
    [lines[12], lines[13]].join('\\n').slice(52, 80),
  ],
  ['its bytes', Buffer.concat([Buffer.from('rows'), der.subarray(700, 740)])],
  ['its bytes in hexadecimal', der.subarray(700, 740).toString('hex').toUpperCase()],
  ['its bytes in base64 of another beginning', der.subarray(701, 741).toString('base64')],
  ['its bytes in base64url', der.subarray(702, 742).toString('base64url')],
  ['a key in JSON in JSON', JSON.stringify(JSON.stringify({ private_key: pem }))],
  ['a key as a form sends it', new URLSearchParams({ key: pem.slice(900, 1000) }).toString()],
  ['what Node prints of it', inspect({ key: pem.slice(900, 1000) })],
  ['what Node prints of its bytes', inspect(der.subarray(700, 740))],
  ['the JSON of its bytes', JSON.stringify(der.subarray(700, 740))],
  ['the JSON of an array of its bytes', JSON.stringify(new Uint8Array(der.subarray(700, 740)))],
  ['two bytes a letter', Buffer.from(pem, 'utf16le')],
  ['its letters in base64', Buffer.from(`x${lines[12] ?? ''}`).toString('base64')],
  ['its letters in hexadecimal', Buffer.from(lines[12] ?? '').toString('hex')],
  ['a prime, with colons between its bytes', prime.toString('hex').replace(/../g, '$&:')],
])('the canary sings when it sees %s', (_, content) => {
  expect(somewhere(content)).toEqual(['there']);
});

test('the canary is quiet about what is public', () => {
  const publicKey = pem && privateKey.export({ format: 'jwk' }).n;
  expect(somewhere(`${String(publicKey)} -----BEGIN PRIVATE KEY----- ${'A'.repeat(100)}`)).toEqual(
    [],
  );
});

test('the sample key of the unit tests has a canary of its own', () => {
  const { privateKey } = sampleKey();
  for (const leak of [privateKey, privateKey.slice(300, 360), atob(privateKey.slice(28, 92))]) {
    expect(() => {
      refuseLeak(leak, 'a test');
    }).toThrow('A private key was found in a test.');
  }
});

const claims = { iss: 'reader@acme-analytics.iam.gserviceaccount.com', scope: 'bigquery' };
const signed = [{ alg: 'RS256', typ: 'JWT' }, claims].map((part) =>
  Buffer.from(JSON.stringify(part)).toString('base64url'),
);
const assertion = [...signed, randomBytes(256).toString('base64url')].join('.');
const token = `ya29.sandbox-${randomBytes(48).toString('base64url')}`;
const scan = scanner([
  ...ofAssertion(assertion),
  ...ofAccessToken(token),
  ...ofWord('a name', 'owlofathena7f3k'),
]);

test.each<[string, string, string]>([
  ['an assertion', 'an assertion', `grant_type=jwt-bearer&assertion=${assertion}`],
  ['a part of its signature', 'an assertion', assertion.slice(-60)],
  ['an assertion in base64', 'an assertion', btoa(` ${assertion}`)],
  ['a token', 'an access token', `authorization: Bearer ${token}`],
  ['a part of it', 'an access token', token.slice(30, 50)],
  ['a token in hexadecimal', 'an access token', Buffer.from(token).toString('hex')],
  ['a word of another workspace', 'a name', '{"name":"owlofathena7f3k"}'],
])('it names %s', (_, what, content) => {
  expect(scan([{ where: 'there', content }])).toEqual([{ where: 'there', what }]);
});

test('it is quiet about other tokens, and about what an assertion claims', () => {
  const other = [...signed, randomBytes(256).toString('base64url')].join('.');
  const content = `${other} ya29.sandbox-${randomBytes(48).toString('base64url')}`;
  expect(scan([{ where: 'there', content }])).toEqual([]);
});

test('what was got for a key is found without knowing it, but where it is given', async () => {
  const head = { alg: 'RS256', typ: 'JWT', kid: '0123456789abcdef' } as const;
  const own = await new SignJWT({ scope: 'x' }).setProtectedHeader(head).sign(privateKey);
  const where = ['GET /list-connectors/', 'log', 'POST /issuer/token', 'POST /sandbox/token'];
  for (const content of [own, `{"token":"${token}"}`, Buffer.from(`rows${token}`)])
    expect(gotForKeys(where.map((place) => ({ where: place, content })))).toEqual(
      where.slice(0, 2),
    );
});
