import { refused } from '../http/google-refusal.ts';
import type { Caller } from './accounts.ts';

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

/** The scopes that the sandbox knows; Google refuses a token for any that it does not know. */
export const knownScopes = new Set([
  'openid',
  'email',
  'profile',
  ...[
    'bigquery',
    'bigquery.insertdata',
    'bigquery.readonly',
    'cloud-platform',
    'cloud-platform.read-only',
    'cloudplatformprojects.readonly',
    'devstorage.full_control',
    'devstorage.read_only',
    'devstorage.read_write',
    'drive',
    'drive.readonly',
    'userinfo.email',
  ].map(scope),
]);

export const driveScopes = ['drive', 'drive.readonly'].map(scope);

export const bigqueryScopes = [
  'bigquery',
  'bigquery.readonly',
  'cloud-platform',
  'cloud-platform.read-only',
].map(scope);

/** BigQuery's own scope does not open Resource Manager (its discovery document lists these for testIamPermissions). */
export const resourceManagerScopes = [
  'cloud-platform',
  'cloud-platform.read-only',
  'cloudplatformprojects.readonly',
].map(scope);

export function requireScope({ scopes }: Caller, sufficient: string[], service: string): void {
  if (sufficient.some((name) => scopes.has(name))) return;
  throw refused({
    code: 403,
    reason: 'insufficientPermissions',
    message: 'Request had insufficient authentication scopes.',
    entryMessage: 'Insufficient Permission',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        domain: 'googleapis.com',
        metadata: { service },
      },
    ],
  });
}
