import { describe, expect, test } from 'vitest';
import { readKeyFile } from '../../../shared/validation/key/read-key-file.ts';
import { keyFile, keyText, privateKeyPem } from '../../support/make-key.ts';
import { refusalOf } from './refusal-of.ts';

const pem = privateKeyPem();
const json = (object: unknown) => JSON.stringify(object);
const base64 = (content: string) => Buffer.from(content).toString('base64');
const lines = (between: string) =>
  Object.entries(keyFile())
    .map(([name, value]) => `${name}${between}${json(value)}`)
    .join('\n');

describe('another kind of credential is named:', () => {
  test.each([
    ['authorized_user', 'A2 authorized-user'],
    ['external_account', 'A2 external-account'],
    ['external_account_authorized_user', 'A2 external-account-authorized-user'],
    ['impersonated_service_account', 'A2 impersonated-service-account'],
    ['gdch_service_account', 'A2 gdch-service-account'],
    ['something_else', 'A2 type-unknown'],
    ['', 'A2 type-missing'],
  ])('a file of type %s', (type, expected) => {
    expect(refusalOf(keyText({ type }))).toBe(expected);
  });

  test.each([
    ['an OAuth client of a program', { installed: { client_id: 'x' } }, 'oauth-client'],
    ['an OAuth client of a web site', { web: { client_id: 'x' } }, 'oauth-client'],
    ['an OAuth client without its frame', { client_id: 'x', client_secret: 'x' }, 'oauth-client'],
    ['google-services.json', { project_info: {}, client: [{ api_key: [] }] }, 'firebase-app'],
    ['Firebase on a web page', { apiKey: 'x', authDomain: 'x', projectId: 'x' }, 'firebase-web'],
    ['an API key', { keyString: 'x' }, 'api-key'],
    ['keys of Amazon', { AccessKeyId: 'x' }, 'aws-credentials'],
    ['a new key of Amazon', { AccessKey: { AccessKeyId: 'x' } }, 'aws-credentials'],
    [
      'a principal of Azure',
      { clientId: 'x', clientSecret: 'x', tenantId: 'x' },
      'azure-credentials',
    ],
    ['another of Azure', { appId: 'x', password: 'x', tenant: 'x' }, 'azure-credentials'],
    ['an HMAC key', { metadata: {}, accessId: 'x', secret: 'x' }, 'hmac-key'],
    ['a JSON Web Key', { kty: 'RSA', n: 'x', e: 'AQAB' }, 'json-web-key'],
    ['a set of them', { keys: [] }, 'json-web-key'],
    ['an answer with a token', { access_token: 'x', expires_in: 3599 }, 'token'],
    ['a token of a person', { refresh_token: 'x', client_id: 'x' }, 'token'],
    ['a kubeconfig', { apiVersion: 'v1', kind: 'Config' }, 'kubeconfig'],
    ['what keys.create answers', { privateKeyData: base64(keyText()) }, 'key-of-the-api'],
    ['a key within an object', { credentials: keyFile() }, 'key-nested'],
    ['a file without a type', { name: 'Ada' }, 'type-missing'],
    ['a key without a type', { ...keyFile(), type: undefined }, 'type-missing'],
    ['the last lines of a key', { universe_domain: 'googleapis.com' }, 'type-missing'],
  ])('%s, in JSON', (_, object, cause) => {
    expect(refusalOf(json(object))).toBe(`A2 ${cause}`);
  });

  test.each([
    ['the credentials file of Amazon', '[default]\naws_access_key_id = x\n', 'aws-credentials'],
    ['an API key', `AIza${'x'.repeat(35)}`, 'api-key'],
    ['an access token', `ya29.${'x'.repeat(80)}`, 'token'],
    ['a JSON Web Token', 'eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0.abcdef', 'token'],
    ['the secret of an OAuth client', `GOCSPX-${'x'.repeat(28)}`, 'oauth-client'],
    ['an HMAC key', `GOOG1E${'X'.repeat(55)}`, 'hmac-key'],
    ['a private key alone', pem, 'pem'],
    ['a private key alone, in base64', base64(pem), 'pem'],
    ['a private key alone, without its lines', pem.replace(/-.*-\n/g, ''), 'pem'],
    ['a locked private key', pem.replaceAll(' PRIVATE', ' ENCRYPTED PRIVATE'), 'pem-encrypted'],
    ['a public key', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', 'public-key'],
    [
      'a certificate',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      'certificate',
    ],
    ['a key for SSH', '-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n', 'ssh-key'],
    ['its public half', 'ssh-rsa AAAAB3NzaC1yc2E ada@laptop', 'ssh-key'],
    ['a key of PGP', '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nAAAA', 'pgp'],
    ['a login page', '<!doctype html><html></html>', 'html'],
    ['a page with an object in it', '<html><script>x = {"a": 1}</script></html>', 'html'],
    ['XML', '<?xml version="1.0"?><a/>', 'html'],
    ['a document of a word processor', `{\\rtf1\\ansi \\{ "type": "x" \\}}`, 'rtf'],
    ['a kubeconfig', 'apiVersion: v1\nkind: Config\nclusters: []\n', 'kubeconfig'],
    ['a key in YAML', lines(': '), 'other-notation'],
    ['a key in TOML', `[gcp]\n${lines(' = ')}`, 'other-notation'],
    ['a key in JavaScript', 'module.exports = { type: "service_account" };', 'other-notation'],
    ['the name of the file', '/home/ada/acme-analytics-0123.json', 'name-alone'],
    ['the address of a page', 'https://console.cloud.google.com/iam-admin', 'name-alone'],
    ['the account', 'reader@acme-analytics.iam.gserviceaccount.com', 'name-alone'],
    ['a key in capitals', keyText().toUpperCase(), 'case-changed'],
  ])('%s', (_, content, cause) => {
    expect(refusalOf(content)).toBe(`A1 ${cause}`);
  });

  test.each([
    ['a PKCS #12 file', [0x30, 0x82, 0x09, 0x1c, 0x02, 0x01, 0x03], 'pkcs12'],
    ['a ZIP archive', [0x50, 0x4b, 3, 4], 'zip'],
    ['a PDF', [...Buffer.from('%PDF-1.7')], 'pdf'],
    ['a picture (PNG)', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'image'],
    ['a picture (JPEG)', [0xff, 0xd8, 0xff, 0xe0, 0, 16], 'image'],
    ['an older office document', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], 'office'],
    ['a key store of Java', [0xfe, 0xed, 0xfe, 0xed, 0, 0], 'java-key-store'],
  ])('%s', (_, bytes, cause) => {
    expect(refusalOf(Uint8Array.from(bytes))).toBe(`A1 ${cause}`);
  });

  test('and the way to the right one', () => {
    const { checks } = readKeyFile(Buffer.from(keyText({ type: 'authorized_user' })));
    expect(checks[1]?.detail).toMatch(/gcloud.*Service Accounts.*Keys, Add key, JSON/);
  });

  test('a good key that has members of all of them is a good key', () => {
    const more = { installed: {}, web: {}, apiKey: 'x', keys: [], kty: 'RSA', access_token: 'x' };
    const { checks } = readKeyFile(Buffer.from(keyText(more)));
    expect(checks.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed', 'passed']);
  });
});
