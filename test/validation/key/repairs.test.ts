import { sign, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readKeyFile } from '../../../shared/validation/key/read-key-file.ts';
import { keyFile, keyText, privateKeyPem, publicKeyOf } from '../../support/make-key.ts';

const pem = privateKeyPem();
const text = keyText();
const compact = JSON.stringify(keyFile());
const utf8 = (content: string) => Buffer.from(content);
const withKey = (privateKey: string) => utf8(keyText({ private_key: privateKey }));

const repairs: [what: string, file: Uint8Array, check: 'A1' | 'A4'][] = [
  ['has a byte order mark', utf8(`\uFEFF${text}`), 'A1'],
  ['is in base64', utf8(utf8(text).toString('base64')), 'A1'],
  [
    'is in base64 with line breaks',
    utf8(utf8(text).toString('base64').replace(/.{76}/g, '$&\r\n')),
    'A1',
  ],
  ['is in base64url', utf8(utf8(text).toString('base64url')), 'A1'],
  ['is JSON in a JSON string', utf8(JSON.stringify(text)), 'A1'],
  ['has smart quotes', utf8(text.replace(/"([^"]*)"/g, '“$1”')), 'A1'],
  ['lost its outer braces', utf8(text.trim().slice(1, -1)), 'A1'],
  ['lost its last brace', utf8(text.trim().slice(0, -1)), 'A1'],
  ['lost its first brace', utf8(text.trim().slice(1)), 'A1'],
  ['has a comma too many', utf8(text.replace(/\n\}\n$/, ',\n}\n')), 'A1'],
  ['has words before and after it', utf8(`Hi, here is the key:\n${text}\nRegards`), 'A1'],
  ['has real line breaks in the private key', utf8(text.replaceAll('\\n', '\n')), 'A1'],
  ['has doubled backslashes', withKey(pem.replaceAll('\n', '\\n')), 'A4'],
  ['has Windows line breaks in the private key', withKey(pem.replaceAll('\n', '\r\n')), 'A4'],
  ['has spaces for line breaks in the private key', withKey(pem.replaceAll('\n', ' ')), 'A4'],
  ['lost the line breaks of the private key', withKey(pem.replaceAll('\n', '')), 'A4'],
  ['has blanks at the lines of the private key', withKey(pem.replaceAll('\n', ' \n  ')), 'A4'],
];

describe('a key file is mended and told with a warning that', () => {
  test.each(repairs)('%s', (_, file, check) => {
    const { key, checks } = readKeyFile(file);

    const outcomes = checks.map(({ id, outcome }) => `${id} ${outcome}`);
    expect(outcomes).toEqual(
      ['A1', 'A2', 'A3', 'A4'].map((id) => `${id} ${id === check ? 'warning' : 'passed'}`),
    );
    expect(verifies(key?.privateKey ?? '')).toBe(true);
  });
});

describe('a key file is taken as it is that', () => {
  const { universe_domain: _, ...older } = keyFile();
  test.each([
    ['was downloaded today', utf8(text)],
    ['was downloaded before there were universes', utf8(JSON.stringify(older))],
    ['was made compact', utf8(compact)],
    ['has Windows line breaks', utf8(text.replaceAll('\n', '\r\n'))],
    [
      'bears the older token URL',
      utf8(keyText({ token_uri: 'https://accounts.google.com/o/oauth2/token' })),
    ],
    ['has members that nobody knows', utf8(keyText({ comment: 'from Ada', labels: { a: 1 } }))],
    ['is of a project of a domain', utf8(keyText({ project_id: 'example.com:my-project' }))],
    ['lacks the last line break of its private key', withKey(pem.trimEnd())],
    ['is padded to 16,384 bytes', utf8(text.padEnd(16_384))],
  ])('%s', (_, file) => {
    const { key, checks } = readKeyFile(file);

    expect(checks.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed', 'passed']);
    expect(verifies(key?.privateKey ?? '')).toBe(true);
  });

  test('and only five strings of it are kept', () => {
    const { key } = readKeyFile(utf8(keyText({ comment: 'from Ada' })));
    expect(Object.keys(key ?? {}).toSorted()).toEqual([
      'clientEmail',
      'clientId',
      'privateKey',
      'privateKeyId',
      'projectId',
    ]);
  });
});

function verifies(privateKey: string): boolean {
  const message = Buffer.from('signed with what was read, verified with what was uploaded');
  return verify('sha256', message, publicKeyOf(pem), sign('sha256', message, privateKey));
}
