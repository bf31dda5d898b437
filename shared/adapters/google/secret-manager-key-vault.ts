import { randomUUID } from 'node:crypto';
import type { KeyVault } from '../../ports/key-vault.ts';
import { keyNotFound } from '../../problems/key-not-found.ts';
import type { KeyId, WorkspaceId } from '../../schemas/identifiers.ts';
import { googleFault } from './google-fault.ts';
import {
  annotationsOf,
  expiryOf,
  type KeyReplication,
  type KeyState,
  labelsOf,
  replicationOf,
  timestampOf,
} from './key-secret.ts';
import { type Patience, persistence, usualPatience } from './persist.ts';
import { type Secret, secretManagerCalls } from './secret-manager-calls.ts';
import type { SecretManager } from './secret-manager-client.ts';
import { packKey, unpackKey } from './stored-key.ts';

export interface SecretManagerKeyVaultOptions {
  client: () => Promise<SecretManager>;
  projectId: string;
  replication: KeyReplication;
  now?: () => Date;
  patience?: Patience;
}

/** Google takes no expiry that has passed when it arrives; a key that is to go at once goes within minutes. */
const soonestMs = 2 * 60 * 1000;

/**
 * Keys in Secret Manager, one secret a key, which Google itself destroys at its expiry. Which permissions each method needs
 * stands in secret-manager-permissions.ts.
 */
export function secretManagerKeyVault({
  client,
  projectId,
  replication,
  now = () => new Date(),
  patience = usualPatience,
}: SecretManagerKeyVaultOptions): KeyVault {
  const calls = secretManagerCalls(client, projectId);
  const soonest = () => now().getTime() + soonestMs;
  const takenBy = (expiresAt: Date) => new Date(Math.max(expiresAt.getTime(), soonest()));

  const change = async (
    workspace: WorkspaceId,
    id: KeyId,
    state: KeyState,
    isSo: (expiry: number | undefined) => boolean,
    expiresAt?: Date,
  ): Promise<boolean> => {
    let asked = false; // also where the answer was lost, and the next attempt finds it done
    return persistence(patience)(state === 'kept' ? 'keep' : 'expire', async (timeoutMs) => {
      const secret = await calls.get(id, timeoutMs);
      if (!secret || !isLiving(secret, workspace, now())) throw keyNotFound();
      if (secret.labels?.state === state && isSo(expiryOf(secret))) return asked;
      const labels = { ...secret.labels, ...labelsOf(workspace, state) };
      const expireTime = expiresAt && timestampOf(expiresAt);
      const changed: Secret = { etag: secret.etag ?? null, labels, expireTime: expireTime ?? null };
      asked = true;
      await calls.update(id, changed, ['labels', 'expire_time'], timeoutMs);
      return asked;
    });
  };

  return {
    async add(workspace, id, key, expiresAt) {
      const persist = persistence(patience);
      // By this word a secret is known as our own whose creation was answered by silence: no payload has to be read.
      const addition = randomUUID();
      const secret: Secret = {
        replication: replicationOf(replication),
        expireTime: timestampOf(takenBy(expiresAt)),
        labels: labelsOf(workspace, 'pending'),
        annotations: { ...annotationsOf(workspace, key), addition },
      };
      await persist('add', async (timeoutMs) => {
        try {
          await calls.create(id, secret, timeoutMs);
        } catch (error) {
          const { kind } = googleFault(error);
          if (kind !== 'already-exists' && kind !== 'aborted') throw error;
          const found = await calls.get(id, timeoutMs);
          if (found?.annotations?.addition !== addition) throw error;
        }
      });
      // Twice the same version, where an answer was lost, is read like one.
      const payload = packKey(workspace, id, key);
      await persist('add', (timeoutMs) => calls.addVersion(id, payload, timeoutMs));
    },
    async read(workspace, id) {
      const payload = await persistence(patience)('read', (timeoutMs) =>
        calls.access(id, timeoutMs),
      );
      return unpackKey(payload, workspace, id);
    },
    async keep(workspace, id) {
      return change(workspace, id, 'kept', (expiry) => expiry === undefined);
    },
    async expire(workspace, id, expiresAt) {
      const at = takenBy(expiresAt);
      return change(
        workspace,
        id,
        'expiring',
        (expiry) => expiry !== undefined && expiry >= expiresAt.getTime() && expiry <= at.getTime(),
        at,
      );
    },
  };
}

/** Compared byte for byte, and before anything is changed. */
function isLiving(secret: Secret, workspace: WorkspaceId, now: Date): boolean {
  const expiry = expiryOf(secret);
  return (
    secret.annotations?.workspace === workspace && (expiry === undefined || expiry > now.getTime())
  );
}
