import type { KeyVault } from '../ports/key-vault.ts';
import type { KeyId, WorkspaceId } from '../schemas/identifiers.ts';
import { type Found, keyFound } from './key-found.ts';

/**
 * Lets the vault destroy a key at a time. One that is gone already needs no expiry and keeps nobody from deleting its
 * connector or giving it a new key.
 */
export async function expireKey(
  keys: Pick<KeyVault, 'expire'>,
  workspace: WorkspaceId,
  id: KeyId,
  expiresAt: Date,
): Promise<Found> {
  return keyFound(keys.expire(workspace, id, expiresAt));
}
