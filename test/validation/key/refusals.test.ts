import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readKeyFile } from '../../../shared/validation/key/read-key-file.ts';
import {
  keyFile,
  keyText,
  newPrivateKeyPem,
  privateKeyPem,
  publicKeyOf,
} from '../../support/make-key.ts';

const pem = privateKeyPem();
const text = keyText();
const json = (object: unknown) => JSON.stringify(object);

/** The one check that failed, and why; nothing may be kept of what is refused. */
function refusal(content: string | Uint8Array): string {
  const { key, checks } = readKeyFile(typeof content === 'string' ? Buffer.from(content) : content);
  expect(key).toBeUndefined();
  const failed = checks.filter(({ outcome }) => outcome === 'failed');
  expect(checks.map(({ id }) => id)).toEqual(['A1', 'A2', 'A3', 'A4']);
  expect(failed.every(({ detail }) => detail.length > 20)).toBe(true);
  return failed.map(({ id, cause }) => `${id} ${cause}`).join(', ');
}

describe('another kind of credential is named:', () => {
  test.each([
    ['authorized_user', 'A2 authorized-user'],
    ['external_account', 'A2 external-account'],
    ['external_account_authorized_user', 'A2 external-account-authorized-user'],
    ['impersonated_service_account', 'A2 impersonated-service-account'],
    ['gdch_service_account', 'A2 gdch-service-account'],
    ['something_else', 'A2 type-unknown'],
  ])('a file of type %s', (type, expected) => {
    expect(refusal(keyText({ type }))).toBe(expected);
  });

  test.each([
    ['an OAuth client of a program', json({ installed: { client_id: 'x' } }), 'A2 oauth-client'],
    ['an OAuth client of a web site', json({ web: { client_id: 'x' } }), 'A2 oauth-client'],
    ['google-services.json', json({ project_info: {} }), 'A2 firebase-app'],
    ['keys of Amazon', json({ AccessKeyId: 'x' }), 'A2 aws-credentials'],
    ['the credentials file of Amazon', '[default]\naws_access_key_id = x\n', 'A1 aws-credentials'],
    ['an API key', `AIza${'x'.repeat(35)}`, 'A1 api-key'],
    ['an access token', `ya29.${'x'.repeat(80)}`, 'A1 token'],
    ['a private key alone', pem, 'A1 pem'],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'A1 pem'],
    ['a login page', '<!doctype html><html></html>', 'A1 html'],
    ['XML', '<?xml version="1.0"?><a/>', 'A1 html'],
    ['a PKCS #12 file', Uint8Array.of(0x30, 0x82, 0x09, 0x1c, 0x02, 0x01, 0x03), 'A1 pkcs12'],
    ['a ZIP archive', Uint8Array.of(0x50, 0x4b, 3, 4), 'A1 zip'],
    ['a PDF', '%PDF-1.7', 'A1 pdf'],
    ['a file without a type', json({ name: 'Ada' }), 'A2 type-missing'],
  ])('%s', (_, content, expected) => {
    expect(refusal(content)).toBe(expected);
  });
});

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
    ['JSON in JSON in JSON', json(json(json(keyFile()))), 'A1 not-json'],
  ])('%s', (_, content, expected) => {
    expect(refusal(content)).toBe(expected);
  });

  test.each([10, 200, 900, 1600])('cut off after %i characters: says where', (length) => {
    const { checks } = readKeyFile(Buffer.from(text.slice(0, length)));
    expect(checks[0]).toMatchObject({ outcome: 'failed', cause: 'cut-off' });
    expect(checks[0]?.detail).toContain(`after ${String(text.slice(0, length).trimEnd().length)} `);
  });

  test('two objects in one file', () => {
    expect(refusal(`${text}${text}`)).toMatch(/^A1 /);
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
    ['auth_uri', 'https://evil.example', 'A3 url-foreign'],
    ['auth_provider_x509_cert_url', 'https://evil.example', 'A3 url-foreign'],
    ['client_x509_cert_url', 'https://evil.example', 'A3 url-foreign'],
    ['private_key', undefined, 'A3 field-missing'],
    ['private_key', { pem }, 'A3 field-ill-formed'],
    ['private_key', 'xxxxx', 'A3 field-ill-formed'],
  ])('%s is %j', (field, value, expected) => {
    expect(refusal(keyText({ [field]: value }))).toBe(expected);
  });

  test('a member of the prototype is no field', () => {
    expect(refusal(text.replace('"project_id"', '"__proto__"'))).toBe('A3 field-missing');
    expect(refusal(`{"__proto__":${text}}`)).toBe('A2 type-missing');
  });

  test('all at once, and the private key too', () => {
    const broken = { project_id: '', client_email: 'ada', private_key: 'no key at all' };
    const { checks } = readKeyFile(Buffer.from(keyText(broken)));
    expect(refusal(keyText(broken))).toBe('A3 field-missing, A4 no-pem');
    expect(checks[2]?.evidence).toEqual({
      missing: ['project_id'],
      illFormed: ['client_email'],
      foreign: [],
    });
  });
});

describe('a private key that cannot be used is told by its fault:', () => {
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const ed = generateKeyPairSync('ed25519').privateKey;
  const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const pkcs8 = { type: 'pkcs8', format: 'pem' } as const;
  const locked = { ...pkcs8, cipher: 'aes-256-cbc', passphrase: 'x' };
  const lines = pem.split('\n');
  const damaged = (line: number, to: string) => lines.with(line, to).join('\n');

  test.each([
    ['of an elliptic curve', ec.export(pkcs8).toString(), 'A4 not-rsa'],
    ['of Edwards', ed.export(pkcs8).toString(), 'A4 not-rsa'],
    ['for RSA-PSS alone', pss.export(pkcs8).toString(), 'A4 not-rsa'],
    ['of 1,024 bits', newPrivateKeyPem(1024), 'A4 too-short'],
    ['locked with a password', rsa.export(locked).toString(), 'A4 encrypted'],
    [
      'its public half',
      publicKeyOf(pem).export({ type: 'spki', format: 'pem' }).toString(),
      'A4 public-half',
    ],
    ['two of them', `${pem}${newPrivateKeyPem()}`, 'A4 two-keys'],
    ['without its first line', lines.slice(1).join('\n'), 'A4 no-pem'],
    ['cut off', pem.slice(0, 900), 'A4 cut-off'],
    ['a line lost', lines.toSpliced(10, 1).join('\n'), 'A4 unreadable'],
    ['a line of other characters', damaged(10, '*'.repeat(64)), 'A4 unreadable'],
    [
      'as long as one of 16,384 bits',
      `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(12_000)}\n-----END PRIVATE KEY-----`,
      'A4 too-long',
    ],
  ])('%s', (_, privateKey, expected) => {
    expect(refusal(keyText({ private_key: privateKey }))).toBe(expected);
  });

  test('PKCS #1, as older tools write it, can be used', () => {
    const pkcs1 = rsa.export({ type: 'pkcs1', format: 'pem' }).toString();
    const { key } = readKeyFile(Buffer.from(keyText({ private_key: pkcs1 })));
    expect(key?.privateKey).toBe(pkcs1);
  });
});
