import { serviceAccountKey } from '../../schemas/service-account-key.ts';
import { type KeyCheck, newKeyFile } from './key-check.ts';

const required = ['project_id', 'private_key_id', 'private_key', 'client_email'] as const;
type Field = (typeof required)[number];

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
const placeholder =
  /^(?:x{3,}|\*{3,}|\.{3,}|<.*>|\[?redacted\]?|your[-_ ].*|todo|null|undefined)$/i;

/** The fields of A3. Those of the key itself are judged by A4; here it only has to be there. */
export function completeFields(object: Record<string, unknown>): {
  check: KeyCheck;
  fields: Partial<Record<Field | 'client_id', string>>;
} {
  const own = (name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);
  const fields: Partial<Record<Field | 'client_id', string>> = {};
  const missing: string[] = [];
  const illFormed: string[] = [];
  for (const name of required) {
    const value = own(name);
    if (value === undefined || value === null || (typeof value === 'string' && value.trim() === ''))
      missing.push(name);
    else if (typeof value !== 'string' || !wellFormed(name, value.trim())) illFormed.push(name);
    else fields[name] = name === 'private_key' ? value : value.trim();
  }
  const clientId = own('client_id');
  if (typeof clientId === 'string' && serviceAccountKey.shape.clientId.safeParse(clientId).success)
    fields.client_id = clientId;
  const foreign = Object.keys(urls).filter(
    (name) => own(name) !== undefined && !urls[name]?.includes(own(name) as string),
  );
  const certificates = own('client_x509_cert_url');
  if (certificates !== undefined && !ofGoogle(certificates)) foreign.push('client_x509_cert_url');
  return { check: judge(missing, illFormed, foreign), fields };
}

function wellFormed(name: Field, value: string): boolean {
  if (placeholder.test(value.slice(0, 100))) return false;
  const { projectId, privateKeyId, clientEmail } = serviceAccountKey.shape;
  if (name === 'project_id') return projectId.safeParse(value).success;
  if (name === 'private_key_id') return privateKeyId.safeParse(value).success;
  return name === 'private_key' || clientEmail.safeParse(value).success;
}

function ofGoogle(url: unknown): boolean {
  return typeof url === 'string' && url.startsWith('https://www.googleapis.com/robot/v1/metadata/');
}

function judge(missing: string[], illFormed: string[], foreign: string[]): KeyCheck {
  const faults = [
    missing.length > 0 && `${list(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`,
    illFormed.length > 0 &&
      `${list(illFormed)} ${illFormed.length === 1 ? 'has' : 'have'} a form that Google never gives`,
    foreign.length > 0 && `${list(foreign)} ${foreign.length === 1 ? 'is' : 'are'} not Google’s`,
  ].filter((fault) => fault !== false);
  if (faults.length === 0) {
    return {
      id: 'A3',
      outcome: 'passed',
      cause: 'complete',
      detail: 'The key file has all that it needs.',
    };
  }
  const cause =
    missing.length > 0
      ? 'field-missing'
      : illFormed.length > 0
        ? 'field-ill-formed'
        : 'url-foreign';
  return {
    id: 'A3',
    outcome: 'failed',
    cause,
    detail: `The file was edited: ${faults.join('; ')}. Please ${newKeyFile}.`,
    evidence: { missing, illFormed, foreign },
  };
}

const list = (names: string[]) => names.join(', ');
