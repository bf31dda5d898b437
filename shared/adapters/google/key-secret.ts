import { createHash, createPublicKey } from 'node:crypto';
import type { WorkspaceId } from '../../schemas/identifiers.ts';
import type { ServiceAccountKey } from '../../schemas/service-account-key.ts';
import type { Secret } from './secret-manager-calls.ts';

/** Where Google keeps the keys: wherever it likes, or in these regions, each under a customer's KMS key if one is named. */
export type KeyReplication = 'automatic' | { region: string; kmsKey?: string | undefined }[];

/** `pending` until a connector is saved with it, then `kept`; `expiring` once it is to be destroyed. */
export type KeyState = 'pending' | 'kept' | 'expiring';

/** Labels are for people who look: two workspaces may share one. What decides is the annotation, byte for byte. */
export function labelsOf(workspace: WorkspaceId, state: KeyState): Record<string, string> {
  return { workspace: workspace.toLowerCase().slice(0, 63), state };
}

/** What may be known of the key. Nothing depends on its private half. */
export function annotationsOf(
  workspace: WorkspaceId,
  { clientEmail, projectId, privateKeyId, privateKey }: ServiceAccountKey,
): Record<string, string> {
  const fingerprint = fingerprintOf(privateKey);
  const known = { workspace, clientEmail, projectId, privateKeyId };
  return fingerprint === undefined ? known : { ...known, fingerprint };
}

export function replicationOf(replication: KeyReplication): NonNullable<Secret['replication']> {
  if (replication === 'automatic') return { automatic: {} };
  const replicas = replication.map(({ region, kmsKey }) => ({
    location: region,
    ...(kmsKey !== undefined && { customerManagedEncryption: { kmsKeyName: kmsKey } }),
  }));
  return { userManaged: { replicas } };
}

export function timestampOf(moment: Date): { seconds: number; nanos: number } {
  const seconds = Math.floor(moment.getTime() / 1000);
  return { seconds, nanos: (moment.getTime() - seconds * 1000) * 1_000_000 };
}

/** When the secret expires, in milliseconds; undefined if it does not. */
export function expiryOf({ expireTime }: Secret): number | undefined {
  if (!expireTime) return undefined;
  return Number(expireTime.seconds ?? 0) * 1000 + Math.floor((expireTime.nanos ?? 0) / 1_000_000);
}

function fingerprintOf(privateKey: string): string | undefined {
  try {
    const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
    return `sha256:${createHash('sha256').update(spki).digest('hex')}`;
  } catch {
    return undefined; // the vault keeps what it is given: whether a key is one is for others to judge
  }
}
