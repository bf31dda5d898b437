import type { KeyVault } from '../ports/key-vault.ts';
import type { KeyId, WorkspaceId } from '../schemas/identifiers.ts';
import type { ConnectorRecord } from '../schemas/records.ts';
import { afterDeletion } from './after-deletion.ts';
import { expireKey } from './expire-key.ts';
import { expirePrevious } from './expire-previous.ts';
import { keyFound } from './key-found.ts';

export interface Agreement {
  /** The key of the record is not in the vault any more, and nothing brings it back. */
  keyLost: boolean;
  /** What a process that ended half-way, or one that came late, had left behind. */
  mended: { what: 'key-kept' | 'key-expires' | 'previous-key-expires'; keyId: KeyId }[];
}

/**
 * Makes the secrets agree with the record, which is the truth: a process that ended between two steps left them behind
 * it. The vault writes nothing where they agree already, so this may be done as often as anybody likes.
 */
export async function agreeWithRecord(
  workspace: WorkspaceId,
  { keyId, previous, deletedAt }: Pick<ConnectorRecord, 'keyId' | 'previous' | 'deletedAt'>,
  keys: Pick<KeyVault, 'keep' | 'expire'>,
): Promise<Agreement> {
  const found =
    deletedAt === undefined
      ? await keyFound(keys.keep(workspace, keyId))
      : await expireKey(keys, workspace, keyId, afterDeletion(new Date(deletedAt)).keyUntil);
  const foundBefore = await expirePrevious(workspace, { previous }, keys);
  const mended: Agreement['mended'] = [];
  if (found === 'mended')
    mended.push({ what: deletedAt === undefined ? 'key-kept' : 'key-expires', keyId });
  if (foundBefore === 'mended' && previous)
    mended.push({ what: 'previous-key-expires', keyId: previous.keyId });
  return { keyLost: found === 'lost', mended };
}
