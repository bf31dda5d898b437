import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { leaks } from '../support/key-canary.ts';
import { refuseLeak, sampleKey } from '../support/sample-records.ts';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const der = privateKey.export({ type: 'pkcs8', format: 'der' });
const lines = pem.trim().split('\n');
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
