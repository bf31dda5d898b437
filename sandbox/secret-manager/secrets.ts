import { checkAliases, checkAnnotations, checkLabels } from './check-metadata.ts';
import { GoogleStatus, invalidArgument } from '../rpc/google-status.ts';
import { read, requests, type SecretAsked } from './requests.ts';
import {
  checkSecretId,
  nameOf,
  projectIn,
  type SecretName,
  secretNameIn,
} from './resource-name.ts';
import { checkEtag, newEtag, type Secret, secretResource } from './secret.ts';

export interface Secrets {
  find: (name: SecretName) => Secret | undefined;
  create: (request: unknown) => object;
  get: (request: unknown) => object;
  list: (request: unknown) => object;
  update: (request: unknown) => object;
  delete: (request: unknown) => object;
}

const longestMs = 100 * 365.25 * 24 * 3600 * 1000;
const changeable = ['labels', 'annotations', 'versionAliases', 'expireTime', 'ttl'];

/** What is asked of secrets; a secret whose expiry has come is gone that moment. */
export function createSecrets(now: () => Date): Secrets {
  const kept = new Map<string, Secret>();
  const find = (name: SecretName) => {
    const secret = kept.get(nameOf(name));
    if (!secret?.expireTime || secret.expireTime > now()) return secret;
    kept.delete(nameOf(name));
    return undefined;
  };
  const found = (name: SecretName) => find(name) ?? notFound(name);
  const expiry = ({ expireTime, ttl }: SecretAsked) => {
    if (expireTime && ttl !== undefined)
      throw invalidArgument('Give expire_time or ttl, not both.');
    const at = ttl === undefined ? expireTime : new Date(now().getTime() + ttl);
    if (at && (at <= now() || at.getTime() - now().getTime() > longestMs)) {
      throw invalidArgument('Secret expiration must be in the future, by 100 years at most.');
    }
    return at;
  };
  return {
    find,
    create(request) {
      const { parent, secretId, secret } = read(requests.createSecret, request);
      const name = { project: projectIn(parent), secretId };
      checkSecretId(secretId);
      if (!secret.replication) throw invalidArgument('Secret.replication must be provided.');
      checkLabels(secret.labels);
      checkAnnotations(secret.annotations);
      checkAliases(secret.versionAliases, 0);
      const expireTime = expiry(secret);
      if (find(name)) {
        throw new GoogleStatus('ALREADY_EXISTS', `Secret [${nameOf(name)}] already exists.`);
      }
      const { replication, labels, annotations, versionAliases } = secret;
      const made = { ...name, replication, labels, annotations, versionAliases, expireTime };
      kept.set(nameOf(name), { ...made, createTime: now(), etag: newEtag(), versions: [] });
      return secretResource(found(name));
    },
    get: (request) => secretResource(found(secretNameIn(read(requests.named, request).name))),
    list(request) {
      const { parent, pageSize = 25_000, pageToken = '0' } = read(requests.list, request);
      const project = projectIn(parent);
      const all = [...kept.values()].filter((each) => each.project === project && find(each));
      const end = Number(pageToken) + Math.max(1, pageSize);
      return {
        secrets: all.slice(Number(pageToken), end).map(secretResource),
        ...(end < all.length && { nextPageToken: String(end) }),
        totalSize: all.length,
      };
    },
    update(request) {
      const { secret: asked, updateMask } = read(requests.updateSecret, request);
      const secret = found(secretNameIn(asked.name ?? ''));
      const fields = fieldsIn(updateMask);
      checkEtag(asked.etag, secret.etag, `secret [${nameOf(secret)}]`);
      checkLabels(asked.labels);
      checkAnnotations(asked.annotations);
      checkAliases(asked.versionAliases, secret.versions.length);
      const expires = fields.has('expireTime') || fields.has('ttl');
      const expireTime = expires ? expiry(asked) : secret.expireTime;
      if (fields.has('labels')) secret.labels = asked.labels;
      if (fields.has('annotations')) secret.annotations = asked.annotations;
      if (fields.has('versionAliases')) secret.versionAliases = asked.versionAliases;
      Object.assign(secret, { expireTime, etag: newEtag() });
      return secretResource(secret);
    },
    delete(request) {
      const { name, etag } = read(requests.named, request);
      const secret = found(secretNameIn(name));
      checkEtag(etag, secret.etag, `secret [${nameOf(secret)}]`);
      kept.delete(nameOf(secret));
      return {};
    },
  };
}

/** A mask in either of its spellings: `expire_time` on the wire, `expireTime` in JSON. */
function fieldsIn(updateMask: string): ReadonlySet<string> {
  const fields = updateMask
    .split(',')
    .filter((field) => field !== '' && field !== 'etag')
    .map((field) => field.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()));
  if (fields.length === 0) throw invalidArgument('The update_mask must name a field.');
  for (const field of fields) {
    if (!changeable.includes(field)) throw invalidArgument(`Field ${field} cannot be updated.`);
  }
  return new Set(fields);
}

function notFound(name: SecretName): never {
  throw new GoogleStatus('NOT_FOUND', `Secret [${nameOf(name)}] not found.`);
}
