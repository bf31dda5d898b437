import type { KeyVault } from '../ports/key-vault.ts';
import type { WorkspaceId } from '../schemas/identifiers.ts';
import type { ConnectorRecord } from '../schemas/records.ts';
import { afterDeletion } from './after-deletion.ts';
import { expireKey } from './expire-key.ts';
import { expirePrevious } from './expire-previous.ts';
import { keyThere } from './key-there.ts';

export interface Agreement {
  /** The key of the record is not in the vault any more, and nothing brings it back. */
  keyLost: boolean;
}

/**
 * Makes the secrets agree with the record, which is the truth: a process that ended between two steps left them behind
 * it. The vault writes nothing where they agree already, so this may be done as often as anybody likes.
 */
export async function agreeWithRecord(
  workspace: WorkspaceId,
  { keyId, previous, deletedAt }: Pick<ConnectorRecord, 'keyId' | 'previous' | 'deletedAt'>,
  keys: Pick<KeyVault, 'keep' | 'expire'>,
  now: Date,
): Promise<Agreement> {
  const there =
    deletedAt === undefined
      ? await keyThere(keys.keep(workspace, keyId))
      : await expireKey(keys, workspace, keyId, afterDeletion(new Date(deletedAt)).keyUntil);
  const wayBack = previous !== undefined && Date.parse(previous.until) > now.getTime();
  if (wayBack) await expirePrevious(workspace, { previous }, keys);
  return { keyLost: !there };
}
