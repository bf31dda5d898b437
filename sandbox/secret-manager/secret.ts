import { randomBytes } from 'node:crypto';
import type { Replication } from './requests.ts';
import { nameOf, type SecretName } from './resource-name.ts';
import { GoogleStatus } from '../rpc/google-status.ts';

export interface Secret extends SecretName {
  replication: Replication;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  versionAliases: Record<string, string>;
  createTime: Date;
  expireTime: Date | undefined;
  etag: string;
  versions: Version[];
}

export interface Version {
  number: number;
  state: 'ENABLED' | 'DISABLED' | 'DESTROYED';
  createTime: Date;
  destroyTime?: Date;
  etag: string;
  data: Buffer;
  /** Whether a checksum came with it. */
  checked: boolean;
}

/** Quotation marks are part of it. */
export function newEtag(): string {
  return `"${randomBytes(7).toString('hex')}"`;
}

/** https://cloud.google.com/secret-manager/docs/etags: 400, not 409 as other services of Google have it. */
export function checkEtag(given: string | undefined, current: string, what: string): void {
  if (given === undefined || given === '' || given === current) return;
  throw new GoogleStatus(
    'FAILED_PRECONDITION',
    `The etag [${given}] provided in the request does not match the current etag [${current}] of ${what}.`,
  );
}

export function secretResource(secret: Secret): object {
  const { replication, labels, annotations, versionAliases, createTime, expireTime, etag } = secret;
  return {
    name: nameOf(secret),
    replication,
    createTime: createTime.toISOString(),
    labels,
    annotations,
    versionAliases,
    ...(expireTime && { expireTime: expireTime.toISOString() }),
    etag,
  };
}

export function versionResource(secret: Secret, version: Version): object {
  const { state, createTime, destroyTime, etag, checked } = version;
  return {
    name: versionName(secret, version),
    createTime: createTime.toISOString(),
    ...(destroyTime && { destroyTime: destroyTime.toISOString() }),
    state,
    replicationStatus:
      'automatic' in secret.replication
        ? { automatic: {} }
        : { userManaged: { replicas: secret.replication.userManaged.replicas.map(placeOf) } },
    etag,
    clientSpecifiedPayloadChecksum: checked,
  };
}

export function versionName(secret: Secret, { number }: Version): string {
  return `${nameOf(secret)}/versions/${String(number)}`;
}

const placeOf = ({ location }: { location: string }) => ({ location });
