import type { KeyVault } from '../ports/key-vault.ts';
import type { WorkspaceId } from '../schemas/identifiers.ts';
import type { ConnectorRecord } from '../schemas/records.ts';
import { expireKey } from './expire-key.ts';

/**
 * The key from before the last rotation goes when the way back closes, even where the rotation was ended before it saw
 * to that. To be done before a record forgets that key, or is deleted: nobody could find it afterwards.
 */
export async function expirePrevious(
  workspace: WorkspaceId,
  { previous }: Pick<ConnectorRecord, 'previous'>,
  keys: Pick<KeyVault, 'expire'>,
): Promise<void> {
  if (previous) await expireKey(keys, workspace, previous.keyId, new Date(previous.until));
}
