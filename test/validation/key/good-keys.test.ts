import { describe, expect, test } from 'vitest';
import { readKeyFile } from '../../../shared/validation/key/read-key-file.ts';
import { keyFile, keyText, privateKeyPem } from '../../support/make-key.ts';

const pem = privateKeyPem();
const text = keyText();

describe('a key file is taken as it is that', () => {
  const { universe_domain: _, ...older } = keyFile();
  test.each([
    ['was downloaded today', text],
    ['was downloaded before there were universes', JSON.stringify(older)],
    ['was made compact', JSON.stringify(keyFile())],
    ['has Windows line breaks', text.replaceAll('\n', '\r\n')],
    [
      'bears the older token URL',
      keyText({ token_uri: 'https://accounts.google.com/o/oauth2/token' }),
    ],
    ['has members that nobody knows', keyText({ comment: 'from Ada 👩‍💻', labels: { a: 1 } })],
    ['has a comment with quotes', keyText({ comment: 'Ada’s “key” = {"a": \'b\'}, > 1' })],
    ['is of a project of a domain', keyText({ project_id: 'example.com:my-project' })],
    ['lacks the last line break of its private key', keyText({ private_key: pem.trimEnd() })],
    ['is padded to 16,384 bytes', text.padEnd(16_384)],
  ])('%s', (_, file) => {
    const { key, checks } = readKeyFile(Buffer.from(file));

    expect(checks.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed', 'passed']);
    expect(key?.privateKey.trim()).toBe(pem.trim());
  });

  test('and only five strings of it are kept', () => {
    const { key } = readKeyFile(Buffer.from(keyText({ comment: 'from Ada' })));
    expect(Object.keys(key ?? {}).toSorted()).toEqual([
      'clientEmail',
      'clientId',
      'privateKey',
      'privateKeyId',
      'projectId',
    ]);
  });
});
