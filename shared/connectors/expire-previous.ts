import type { KeyVault } from '../ports/key-vault.ts';
import type { WorkspaceId } from '../schemas/identifiers.ts';
import type { ConnectorRecord } from '../schemas/records.ts';
import { expireKey } from './expire-key.ts';
import type { Found } from './key-found.ts';

/**
 * The key from before the last rotation goes when the way back closes, even where the rotation was ended before it saw
 * to that. To be done before a record forgets that key, or is deleted: then it is found by nothing but the store's notes
 * of whose key it was.
 */
export async function expirePrevious(
  workspace: WorkspaceId,
  { previous }: Pick<ConnectorRecord, 'previous'>,
  keys: Pick<KeyVault, 'expire'>,
): Promise<Found> {
  if (!previous) return 'agreed';
  return expireKey(keys, workspace, previous.keyId, new Date(previous.until));
}
