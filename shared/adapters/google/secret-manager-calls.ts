import type { protos } from '@google-cloud/secret-manager';
import { keyNotFound } from '../../problems/key-not-found.ts';
import type { KeyId } from '../../schemas/identifiers.ts';
import { crc32c } from './crc32c.ts';
import { googleDenial } from './google-denial.ts';
import { googleFault } from './google-fault.ts';
import type { SecretManager } from './secret-manager-client.ts';
import { secretPermissions } from './secret-manager-permissions.ts';

export type Secret = protos.google.cloud.secretmanager.v1.ISecret;

/** The calls that the vault makes, each with the permission that it needs. Their repetition is the vault's affair. */
export function secretManagerCalls(client: () => Promise<SecretManager>, projectId: string) {
  const parent = `projects/${projectId}`;
  const nameOf = (id: KeyId) => `${parent}/secrets/bqc-${id}`;
  const ask = async <T>(
    permission: string,
    resource: string,
    call: (client: SecretManager) => Promise<[T, ...unknown[]]>,
  ): Promise<T> => {
    try {
      const [answer] = await call(await client());
      return answer;
    } catch (error) {
      const { kind } = googleFault(error);
      if (kind === 'denied') throw googleDenial(error, { permission, resource });
      throw error;
    }
  };
  return {
    async create(id: KeyId, secret: Secret, timeout: number): Promise<void> {
      const request = { parent, secretId: `bqc-${id}`, secret };
      await ask(secretPermissions.create, parent, (client) =>
        client.createSecret(request, { timeout, retry: null }),
      );
    },
    async get(id: KeyId, timeout: number): Promise<Secret | undefined> {
      const name = nameOf(id);
      try {
        return await ask(secretPermissions.get, name, (client) =>
          client.getSecret({ name }, { timeout, retry: null }),
        );
      } catch (error) {
        if (googleFault(error).kind === 'not-found') return undefined;
        throw error;
      }
    },
    /** `secret` bears the etag of what it is based on. */
    async update(id: KeyId, secret: Secret, paths: string[], timeout: number): Promise<void> {
      const name = nameOf(id);
      try {
        const request = { secret: { ...secret, name }, updateMask: { paths } };
        await ask(secretPermissions.update, name, (client) =>
          client.updateSecret(request, { timeout, retry: null }),
        );
      } catch (error) {
        const { kind } = googleFault(error);
        if (kind === 'not-found') throw keyNotFound();
        if (kind === 'failed-precondition') throw new ChangedMeanwhile();
        throw error;
      }
    },
    async addVersion(id: KeyId, data: Buffer, timeout: number): Promise<void> {
      const name = nameOf(id);
      const request = { parent: name, payload: { data, dataCrc32c: crc32c(data) } };
      await ask(secretPermissions.addVersion, name, (client) =>
        client.addSecretVersion(request, { timeout, retry: null }),
      );
    },
    async access(id: KeyId, timeout: number): Promise<Buffer> {
      const name = `${nameOf(id)}/versions/latest`;
      try {
        const { payload } = await ask(secretPermissions.access, name, (client) =>
          client.accessSecretVersion({ name }, { timeout, retry: null }),
        );
        const data = Buffer.from(payload?.data ?? '');
        if (String(payload?.dataCrc32c) !== String(crc32c(data))) throw new Damaged();
        return data;
      } catch (error) {
        if (isGone(error)) throw keyNotFound();
        throw error;
      }
    },
  };
}

/** Secret Manager says FAILED_PRECONDITION of a stale etag where AIP-154 has ABORTED; reading again helps in both. */
class ChangedMeanwhile extends Error {
  readonly status = 'ABORTED';
}

/** What arrived is not what was sent; the next answer may be. */
class Damaged extends Error {
  readonly status = 'UNAVAILABLE';
}

/** A customer's KMS key that is switched off is FAILED_PRECONDITION too, and no reason to upload anything again. */
function isGone(error: unknown): boolean {
  const { kind } = googleFault(error);
  const said = error instanceof Error ? error.message : '';
  return (
    kind === 'not-found' ||
    (kind === 'failed-precondition' && /is in (?:DISABLED|DESTROYED) state/.test(said))
  );
}
