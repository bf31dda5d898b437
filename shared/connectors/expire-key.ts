import type { KeyVault } from '../ports/key-vault.ts';
import { Problem } from '../problems/problem.ts';
import type { KeyId, WorkspaceId } from '../schemas/identifiers.ts';

/**
 * Lets the vault destroy a key at a time. One that is gone already, by an operator's hand perhaps, needs no expiry and
 * keeps nobody from deleting its connector or giving it a new key.
 */
export async function expireKey(
  keys: Pick<KeyVault, 'expire'>,
  workspace: WorkspaceId,
  id: KeyId,
  expiresAt: Date,
): Promise<void> {
  try {
    await keys.expire(workspace, id, expiresAt);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'key-not-found') throw error;
  }
}
