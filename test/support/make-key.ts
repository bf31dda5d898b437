import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyFile } from '../../sandbox/sample-keys/shapes.ts';

let made: string | undefined;

/** PKCS #8; the same one throughout a test file. */
export function privateKeyPem(): string {
  made ??= newPrivateKeyPem();
  return made;
}

export function newPrivateKeyPem(bits = 2048): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

export const publicKeyOf = (pem: string) => createPublicKey(pem);

export function keyFile(overrides: Record<string, unknown> = {}): KeyFile {
  return {
    type: 'service_account',
    project_id: 'acme-analytics',
    private_key_id: '0123456789abcdef0123456789abcdef01234567',
    private_key: privateKeyPem(),
    client_email: 'reader@acme-analytics.iam.gserviceaccount.com',
    client_id: '100000000000000000001',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
    client_x509_cert_url:
      'https://www.googleapis.com/robot/v1/metadata/x509/reader%40acme-analytics.iam.gserviceaccount.com',
    universe_domain: 'googleapis.com',
    ...overrides,
  };
}

/** Its text, as downloaded. */
export function keyText(overrides: Record<string, unknown> = {}): string {
  return `${JSON.stringify(keyFile(overrides), undefined, 2)}\n`;
}
