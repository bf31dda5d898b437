import { serviceAccountKey } from '../../schemas/service-account-key.ts';
import { type FieldFaults, judgeFields } from './judge-fields.ts';
import type { KeyCheck } from './key-check.ts';

const required = ['project_id', 'private_key_id', 'private_key', 'client_email'] as const;
type Field = (typeof required)[number];
type Fields = Partial<Record<Field | 'client_id', string>>;

/** What Google has put into key files over the years; anything else would ask somebody else for tokens. */
const urls: Record<string, string[]> = {
  token_uri: [
    'https://oauth2.googleapis.com/token',
    'https://accounts.google.com/o/oauth2/token',
    'https://www.googleapis.com/oauth2/v4/token',
  ],
  auth_uri: ['https://accounts.google.com/o/oauth2/auth'],
  auth_provider_x509_cert_url: ['https://www.googleapis.com/oauth2/v1/certs'],
  universe_domain: ['googleapis.com'],
};
const certificates = 'client_x509_cert_url';
const ofCertificates = 'https://www.googleapis.com/robot/v1/metadata/';
const placeholder =
  /^(?:x{3,}|\*{3,}|\.{3,}|<.*>|\[?redacted\]?|your[-_ ].*|todo|null|undefined)$/i;

/** The fields of A3. Those of the key itself are judged by A4; here it only has to be there. */
export function completeFields(object: Record<string, unknown>): {
  check: KeyCheck;
  fields: Fields;
} {
  const own = (name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);
  const fields: Fields = {};
  const faults: FieldFaults = { missing: [], illFormed: [], foreign: [], trimmed: [] };
  for (const name of required) {
    const value = own(name);
    if (isEmpty(value)) faults.missing.push(name);
    else if (typeof value !== 'string' || !wellFormed(name, value.trim()))
      faults.illFormed.push(name);
    else fields[name] = name === 'private_key' ? value : value.trim();
    if (name !== 'private_key' && fields[name] !== undefined && fields[name] !== value)
      faults.trimmed.push(name);
  }
  const clientId = own('client_id');
  if (typeof clientId === 'string' && serviceAccountKey.shape.clientId.safeParse(clientId).success)
    fields.client_id = clientId;
  for (const name of [...Object.keys(urls), certificates]) {
    const value = own(name);
    if (value === undefined) continue;
    if (isEmpty(value)) faults.illFormed.push(name);
    else if (!ofGoogle(name, value)) faults.foreign.push(name);
  }
  faults.otherAccount =
    faults.foreign.length === 0 && isOfAnother(own(certificates), fields.client_email);
  return { check: judgeFields(faults), fields };
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function wellFormed(name: Field, value: string): boolean {
  if (placeholder.test(value.slice(0, 100))) return false;
  const { projectId, privateKeyId, clientEmail } = serviceAccountKey.shape;
  if (name === 'project_id') return projectId.safeParse(value).success;
  if (name === 'private_key_id') return privateKeyId.safeParse(value).success;
  return name === 'private_key' || clientEmail.safeParse(value).success;
}

function ofGoogle(name: string, url: unknown): boolean {
  if (typeof url !== 'string') return false;
  return name === certificates ? url.startsWith(ofCertificates) : (urls[name] ?? []).includes(url);
}

/** Google ends the URL with the account’s address: two files put together, or a slip of the hand, show here. */
function isOfAnother(url: unknown, email: string | undefined): boolean {
  if (typeof url !== 'string' || email === undefined || isEmpty(url)) return false;
  return !url.endsWith(`/${encodeURIComponent(email)}`) && !url.endsWith(`/${email}`);
}
