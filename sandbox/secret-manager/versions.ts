import { checksum } from './checksum.ts';
import { GoogleStatus, invalidArgument } from '../rpc/google-status.ts';
import { read, requests } from './requests.ts';
import { nameOf, secretNameIn, versionNameIn } from './resource-name.ts';
import {
  checkEtag,
  newEtag,
  type Secret,
  type Version,
  versionName,
  versionResource,
} from './secret.ts';
import type { Secrets } from './secrets.ts';

const mostBytes = 64 * 1024;

/** What is asked of versions. `latest` is the newest one, in whatever state. */
export function createVersions(secrets: Secrets, now: () => Date) {
  const find = (request: unknown) => {
    const { name, etag } = read(requests.named, request);
    const { version: asked, ...secretName } = versionNameIn(name);
    const secret = secrets.find(secretName);
    const number = secret && numberOf(secret, asked);
    const version = secret?.versions.find((each) => each.number === number);
    if (!secret || (asked === 'latest' && !version)) {
      const where = nameOf(secretName);
      throw new GoogleStatus('NOT_FOUND', `Secret [${where}] not found or has no versions.`);
    }
    if (!version) {
      const where = `${nameOf(secretName)}/versions/${asked}`;
      throw new GoogleStatus('NOT_FOUND', `Secret Version [${where}] not found.`);
    }
    return { secret, version, etag };
  };
  const moveTo = (state: Version['state']) => (request: unknown) => {
    const { secret, version, etag } = find(request);
    checkEtag(etag, version.etag, `secret version [${versionName(secret, version)}]`);
    if (version.state === 'DESTROYED') throw inState(secret, version);
    Object.assign(version, { state, etag: newEtag() });
    if (state === 'DESTROYED') Object.assign(version, { data: Buffer.of(), destroyTime: now() });
    return versionResource(secret, version);
  };
  return {
    add: (request: unknown) => {
      const { parent, payload } = read(requests.addSecretVersion, request);
      const name = secretNameIn(parent);
      const secret = secrets.find(name);
      if (!secret) throw new GoogleStatus('NOT_FOUND', `Secret [${nameOf(name)}] not found.`);
      const version = newVersion(secret.versions.length + 1, payload, now());
      secret.versions.push(version);
      return versionResource(secret, version);
    },
    access: (request: unknown) => {
      const { secret, version } = find(request);
      if (version.state !== 'ENABLED') throw inState(secret, version);
      const { data } = version;
      return {
        name: versionName(secret, version),
        payload: { data: data.toString('base64'), dataCrc32c: checksum(data) },
      };
    },
    get: (request: unknown) => {
      const { secret, version } = find(request);
      return versionResource(secret, version);
    },
    list: (request: unknown) => {
      const { parent } = read(requests.list, request);
      const secret = secrets.find(secretNameIn(parent));
      if (!secret) throw new GoogleStatus('NOT_FOUND', `Secret [${parent}] not found.`);
      const newestFirst = secret.versions.toReversed();
      return {
        versions: newestFirst.map((version) => versionResource(secret, version)),
        totalSize: newestFirst.length,
      };
    },
    enable: moveTo('ENABLED'),
    disable: moveTo('DISABLED'),
    destroy: moveTo('DESTROYED'),
  };
}

function numberOf({ versions, versionAliases }: Secret, asked: string): number {
  return asked === 'latest' ? versions.length : Number(versionAliases[asked] ?? asked);
}

function newVersion(
  number: number,
  payload: { data: string; dataCrc32c?: string | undefined },
  createTime: Date,
): Version {
  const data = Buffer.from(payload.data, 'base64');
  const { dataCrc32c } = payload;
  if (data.length > mostBytes) {
    throw invalidArgument('The secret payload must be at most 65536 bytes.');
  }
  if (dataCrc32c !== undefined && dataCrc32c !== checksum(data)) {
    throw invalidArgument('The checksum data_crc32c does not match the payload data.');
  }
  const checked = dataCrc32c !== undefined;
  return { number, state: 'ENABLED', createTime, etag: newEtag(), data, checked };
}

function inState(secret: Secret, version: Version): GoogleStatus {
  const where = versionName(secret, version);
  return new GoogleStatus(
    'FAILED_PRECONDITION',
    `Secret Version [${where}] is in ${version.state} state.`,
  );
}
