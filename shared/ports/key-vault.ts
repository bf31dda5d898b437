import type { KeyId, WorkspaceId } from '../schemas/identifiers.ts';
import type { ServiceAccountKey } from '../schemas/service-account-key.ts';

/**
 * Keeps service-account keys; nothing else in the service may hold one at rest. A key of another workspace is
 * plainly absent.
 */
export interface KeyVault {
  /** From `expiresAt` on the vault itself destroys the key, unless it is kept before. */
  add(workspace: WorkspaceId, id: KeyId, key: ServiceAccountKey, expiresAt: Date): Promise<void>;
  /** Refuses with `key-not-found` where no living key is stored under that id. */
  read(workspace: WorkspaceId, id: KeyId): Promise<ServiceAccountKey>;
  /** Takes the expiry away; says whether there was one. Refuses with `key-not-found`. */
  keep(workspace: WorkspaceId, id: KeyId): Promise<boolean>;
  /** Sets the expiry anew; says whether it was another one before. Refuses with `key-not-found`. */
  expire(workspace: WorkspaceId, id: KeyId, expiresAt: Date): Promise<boolean>;
}
