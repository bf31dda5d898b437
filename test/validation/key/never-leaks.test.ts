import { sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type KeyReading, readKeyFile } from '../../../shared/validation/key/read-key-file.ts';
import { keyFile, keyText, privateKeyPem, publicKeyOf } from '../../support/make-key.ts';

const pem = privateKeyPem();
const text = keyText();
const good = Buffer.from(text);
const body = pem.replace(/-----.*-----|\n/g, '');

const position = fc.nat(good.length - 1);
const byte = fc.integer({ min: 0, max: 255 });
const at = (index: number, removed: number, ...added: number[]) =>
  Buffer.concat([good.subarray(0, index), Buffer.from(added), good.subarray(index + removed)]);

/** Every way in which one thing can happen to a file. */
const corrupted = fc.oneof(
  position.map((index) => at(index, 1)),
  fc.tuple(position, byte).map(([index, added]) => at(index, 0, added)),
  fc.tuple(position, byte).map(([index, changed]) => at(index, 1, changed)),
  position.map((index) => at(index, 2, good[index + 1] ?? 0, good[index] ?? 0)),
  position.map((length) => good.subarray(0, length)),
  position.map((start) => good.subarray(start)),
  fc.tuple(position, fc.integer({ min: 1, max: 200 })).map(([index, length]) => at(index, length)),
  fc.tuple(position, position).map(([from, to]) => at(to, 0, ...good.subarray(from, from + 40))),
  fc
    .constantFrom<BufferEncoding>('base64', 'base64url', 'hex', 'utf16le', 'latin1')
    .map((encoding) => Buffer.from(good.toString(encoding))),
  fc
    .constantFrom(JSON.stringify(text), `[${text}]`, `${text}${text}`, `"${text}"`)
    .map((content) => Buffer.from(content)),
  fc
    .constantFrom(
      text.replaceAll('"', "'"),
      text.replaceAll('"', '”'),
      text.replaceAll('"', '\\"'),
      text.replaceAll('-----', '—–'),
      text.replaceAll('\\n', 'n'),
      text.replaceAll(' ', '\u00A0'),
      text.replace(/^/gm, '> '),
      text.replace(/.{70}/g, '$&\n'),
      text.toLowerCase(),
      keyText({ client_email: 'writer@acme-staging.iam.gserviceaccount.com' }),
      JSON.stringify({ credentials: keyFile() }),
    )
    .map((content) => Buffer.from(content)),
);

/** Values of the file, of which no check may tell. */
const words = ['acme-', '0123456789abcdef', '1000000000', 'reader', 'writer', 'oauth2', 'https:'];

/** A key that signs what the uploaded one verifies, or a refusal that names its cause; and not a word of the key. */
function judge({ key, checks }: KeyReading): void {
  const told = JSON.stringify(checks);
  for (let start = 0; start + 12 <= body.length; start += 1) {
    if (told.includes(body.slice(start, start + 12))) throw new Error('a part of the key is told');
  }
  expect(words.filter((word) => told.includes(word))).toEqual([]);
  const failed = checks.filter(({ outcome }) => outcome === 'failed');
  expect(checks.map(({ id }) => id)).toEqual(['A1', 'A2', 'A3', 'A4']);
  if (!key) {
    expect(failed.length).toBeGreaterThan(0);
    expect(failed.every(({ cause, detail }) => cause !== '' && detail !== '')).toBe(true);
    return;
  }
  expect(failed).toEqual([]);
  const message = Buffer.from('signed with what was read');
  const signature = sign('sha256', message, key.privateKey);
  expect(verify('sha256', message, publicKeyOf(pem), signature)).toBe(true);
}

describe('whatever happens to a key file', () => {
  test('it is read as a key that signs, or refused with a cause; nothing of the key is told', () => {
    fc.assert(
      fc.property(corrupted, (file) => {
        judge(readKeyFile(file));
      }),
      { numRuns: 1500 },
    );
  });

  test('and two things in a row', () => {
    const twice = fc
      .tuple(corrupted, fc.nat(), byte)
      .map(([file, index, changed]) =>
        file.length === 0
          ? file
          : Buffer.from(file).fill(changed, index % file.length, (index % file.length) + 1),
      );
    fc.assert(
      fc.property(twice, (file) => {
        judge(readKeyFile(file));
      }),
      { numRuns: 700 },
    );
  });

  test('any bytes, any text and any JSON are answered, never thrown at', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }).map((content) => Buffer.from(content)),
      fc.json({ maxDepth: 20 }).map((content) => Buffer.from(content)),
      fc
        .dictionary(fc.constantFrom('type', 'private_key', 'token_uri', '__proto__'), fc.anything())
        .map((object) => Buffer.from(JSON.stringify({ type: 'service_account', ...object }))),
    );
    fc.assert(
      fc.property(anything, (file) => {
        const { key, checks } = readKeyFile(file);
        expect(key).toBeUndefined();
        expect(checks).toHaveLength(4);
      }),
      { numRuns: 1500 },
    );
  });
});
