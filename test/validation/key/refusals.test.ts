import { describe, expect, test } from 'vitest';
import { readKeyFile } from '../../../shared/validation/key/read-key-file.ts';
import { keyFile, keyText, privateKeyPem } from '../../support/make-key.ts';
import { refusalOf } from './refusal-of.ts';

const pem = privateKeyPem();
const text = keyText();
const json = (object: unknown) => JSON.stringify(object);

describe('what is no JSON object is told from what is:', () => {
  test.each([
    ['an empty file', '', 'A1 empty-file'],
    ['blanks only', ' \n\t ', 'A1 empty-file'],
    ['a mark of byte order and nothing', '\uFEFF', 'A1 empty-file'],
    ['16,385 bytes', text.padEnd(16_385), 'A1 too-large'],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'A1 utf-16'],
    ['Latin-1', Buffer.from(keyText({ comment: 'à' }), 'latin1'), 'A1 not-utf8'],
    ['NUL in it', text.replace('acme', 'ac\0me'), 'A1 binary'],
    ['a list of two keys', json([keyFile(), keyFile()]), 'A1 not-an-object'],
    [
      'letters with which an archive begins',
      text.slice(text.indexOf('-----\\n')).replace('-----\\n', 'PK'),
      'A1 beginning-lost',
    ],
    ['a number', '42', 'A1 not-an-object'],
    ['null', 'null', 'A1 not-an-object'],
    ['words', 'Here is the key you asked for.', 'A1 not-json'],
    ['a member twice', text.replace('{', '{"client_email":"x",'), 'A1 duplicate-member'],
    [
      'a member twice, once escaped',
      text.replace('{', '{"client\\u005femail":"x",'),
      'A1 duplicate-member',
    ],
    ['8,000 levels', `${'['.repeat(8000)}${']'.repeat(8000)}`, 'A1 too-deep'],
    ['17 levels', `{"a":${'['.repeat(17)}${']'.repeat(17)}}`, 'A1 too-deep'],
    ['JSON in JSON in JSON in JSON', json(json(json(json(keyFile())))), 'A1 not-an-object'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'A1 utf-16'],
    ['UTF-16 in base64', Buffer.from(text, 'utf16le').toString('base64'), 'A1 utf-16'],
  ])('%s', (_, content, expected) => {
    expect(refusalOf(content)).toBe(expected);
  });

  test.each([10, 200, 900, 1600])('cut off after %i characters: says where', (length) => {
    const { checks } = readKeyFile(Buffer.from(text.slice(0, length)));
    expect(checks[0]).toMatchObject({ outcome: 'failed', cause: 'cut-off' });
    expect(checks[0]?.detail).toContain(`after ${String(text.slice(0, length).trimEnd().length)} `);
  });

  test('two objects in one file', () => {
    expect(refusalOf(`${text}${text}`)).toBe('A1 two-objects');
  });
});

describe('an edited file is told by its fields:', () => {
  test.each([
    ['project_id', undefined, 'A3 field-missing'],
    ['private_key_id', '', 'A3 field-missing'],
    ['client_email', null, 'A3 field-missing'],
    ['client_email', 'ada@example.com', 'A3 field-ill-formed'],
    ['client_email', 'reader@acme.iam.gserviceaccount.com/../x', 'A3 field-ill-formed'],
    ['client_email', `${'a'.repeat(10_000)}@x.gserviceaccount.com`, 'A3 field-ill-formed'],
    ['project_id', '../other', 'A3 field-ill-formed'],
    ['project_id', 'acme analytics', 'A3 field-ill-formed'],
    ['project_id', 42, 'A3 field-ill-formed'],
    ['private_key_id', 'not hex', 'A3 field-ill-formed'],
    ['private_key_id', 'REDACTED', 'A3 field-ill-formed'],
    ['token_uri', 'https://oauth2.googleapis.com.evil.example/token', 'A3 url-foreign'],
    ['token_uri', 'https://oauth2.googleapis.com@evil.example/token', 'A3 url-foreign'],
    ['token_uri', 'http://oauth2.googleapis.com/token', 'A3 url-foreign'],
    ['token_uri', ['https://oauth2.googleapis.com/token'], 'A3 url-foreign'],
    ['universe_domain', 'evil.example', 'A3 url-foreign'],
    ['universe_domain', '', 'A3 field-ill-formed'],
    ['auth_uri', 'https://evil.example', 'A3 url-foreign'],
    ['auth_provider_x509_cert_url', 'https://evil.example', 'A3 url-foreign'],
    ['client_x509_cert_url', 'https://evil.example', 'A3 url-foreign'],
    ['private_key', undefined, 'A3 field-missing'],
    ['private_key', { pem }, 'A3 field-ill-formed'],
    ['private_key', 'xxxxx', 'A3 field-ill-formed'],
  ])('%s is %j', (field, value, expected) => {
    expect(refusalOf(keyText({ [field]: value }))).toBe(expected);
  });

  test('a member of the prototype is no field', () => {
    expect(refusalOf(text.replace('"project_id"', '"__proto__"'))).toBe('A3 field-missing');
    expect(refusalOf(`{"__proto__":${text}}`)).toBe('A2 key-nested');
  });

  test('all at once, and the private key too', () => {
    const broken = { project_id: '', client_email: 'ada', private_key: 'no key at all' };
    const { checks } = readKeyFile(Buffer.from(keyText(broken)));
    expect(refusalOf(keyText(broken))).toBe('A3 field-missing, A4 no-pem');
    expect(checks[2]?.evidence).toEqual({
      missing: ['project_id'],
      illFormed: ['client_email'],
      foreign: [],
    });
  });
});
