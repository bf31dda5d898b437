import { crc32 } from 'node:zlib';
import { type GoogleStatus, invalidArgument } from '../rpc/google-status.ts';

export interface SecretName {
  project: string;
  secretId: string;
}

/** Whatever a project is called by, Google answers with its number. */
export function projectNumber(project: string): string {
  return /^\d+$/.test(project) ? project : String(100_000_000_000 + crc32(project));
}

export function projectIn(parent: string): string {
  const project = /^projects\/([^/]+)$/.exec(parent)?.[1];
  if (project === undefined) throw unreadable('parent', parent);
  return projectNumber(project);
}

export function secretNameIn(name: string): SecretName {
  const [, project, secretId] = /^projects\/([^/]+)\/secrets\/([^/]+)$/.exec(name) ?? [];
  if (project === undefined || secretId === undefined) throw unreadable('name', name);
  return { project: projectNumber(project), secretId };
}

export function versionNameIn(name: string): SecretName & { version: string } {
  const [, secret, version] = /^(.+)\/versions\/([^/]+)$/.exec(name) ?? [];
  if (secret === undefined || version === undefined) throw unreadable('name', name);
  return { ...secretNameIn(secret), version };
}

export function nameOf({ project, secretId }: SecretName): string {
  return `projects/${project}/secrets/${secretId}`;
}

/** https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets/create */
export function checkSecretId(secretId: string): void {
  if (/^[A-Za-z0-9_-]{1,255}$/.test(secretId)) return;
  throw invalidArgument(
    'The provided Secret ID does not match the expected format [[a-zA-Z_0-9-]{1,255}].',
  );
}

function unreadable(field: string, name: string): GoogleStatus {
  return invalidArgument(`Resource name in ${field} is invalid: [${name.slice(0, 200)}].`);
}
