/** What Google's console downloads (https://cloud.google.com/iam/docs/keys-create-delete). */
export interface KeyFile {
  type: 'service_account';
  project_id: string;
  private_key_id: string;
  private_key: string;
  client_email: string;
  client_id: string;
  auth_uri: string;
  token_uri: string;
  auth_provider_x509_cert_url: string;
  client_x509_cert_url: string;
  universe_domain: string;
}

/** Parts of files that are no keys of Google's. */
export interface ForeignParts {
  ellipticKey: string;
  pkcs12: Buffer;
}

/** Something that happens to key files. */
export type Shape = (key: KeyFile, foreign: ForeignParts) => string | Buffer;

export const asDownloaded: Shape = (key) => `${JSON.stringify(key, undefined, 2)}\n`;

export const lostLineBreaks: Shape = (key) =>
  JSON.stringify({ ...key, private_key: key.private_key.replaceAll('\n', '') }, undefined, 2);

export const truncated: Shape = (key, foreign) => {
  const whole = String(asDownloaded(key, foreign));
  return whole.slice(0, whole.indexOf('BEGIN PRIVATE KEY') + 700);
};

export const otherTokenUri: Shape = (key) =>
  JSON.stringify({ ...key, token_uri: 'https://tokens.example.com/token' }, undefined, 2);
