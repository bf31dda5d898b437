import { afterDeletion } from '../../shared/connectors/after-deletion.ts';
import { changeExpiry, changeOf } from '../../shared/connectors/change-of.ts';
import { tendSoon } from '../../shared/connectors/check-soon.ts';
import { expireKey } from '../../shared/connectors/expire-key.ts';
import { expirePrevious } from '../../shared/connectors/expire-previous.ts';
import { followRecord } from '../../shared/connectors/follow-record.ts';
import { connectorNotFound } from '../../shared/connectors/not-found.ts';
import { requireEtag } from '../../shared/connectors/require-etag.ts';
import { edits } from '../../shared/limits/edits.ts';
import type { Limits } from '../../shared/limits/limits.ts';
import { takeTurn } from '../../shared/limits/take-turn.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import type { ConnectorId } from '../../shared/schemas/identifiers.ts';
import { foldedName } from '../../shared/schemas/name-text.ts';

export interface DeleteConnectorPorts {
  keys: Pick<KeyVault, 'keep' | 'expire'>;
  connectors: Pick<ConnectorStore, 'connector' | 'transaction'>;
  stamps: Stamps;
  limits: Limits;
}

export interface Deleted {
  connectorId: ConnectorId;
  deletedAt: string;
  restoreUntil: string;
}

/**
 * Gone from the lists at once; record and key are destroyed by their expiry, not by a job that can fail. First the key
 * gets its expiry, then the record is marked: if the process ends in between, the next look at it takes it away again.
 */
export async function deleteConnector(
  { connectorId, etag }: { connectorId: ConnectorId; etag?: string | undefined },
  caller: Caller,
  { keys, connectors, stamps, limits }: DeleteConnectorPorts,
): Promise<Deleted> {
  const now = stamps.now();
  const { workspace, subject } = caller;
  await takeTurn(connectors, workspace, edits(limits), now);
  const living = await connectors.connector(workspace, connectorId);
  if (!living) throw connectorNotFound();
  requireEtag(etag, living.etag);
  const deletedAt = now.toISOString();
  const { recordUntil, keyUntil } = afterDeletion(now);
  const restoreUntil = recordUntil.toISOString();
  await expirePrevious(workspace, living, keys);
  await expireKey(keys, workspace, living.keyId, keyUntil);
  try {
    await connectors.transaction(workspace, async (drawer) => {
      const record = await drawer.connector(connectorId);
      if (!record || record.deletedAt !== undefined) throw connectorNotFound();
      requireEtag(etag, record.etag);
      const key = await drawer.key(record.keyId);
      const stamp = { updatedAt: deletedAt, updatedBy: subject, etag: stamps.newId() };
      const deleted = { ...record, ...stamp, deletedAt, expiresAt: restoreUntil };
      drawer.putConnector({ ...deleted, ...tendSoon(now) });
      drawer.freeName(foldedName(record.name));
      if (key) drawer.putKey({ ...key, expiresAt: keyUntil.toISOString() });
      const change = changeOf(stamps, subject, 'deleted', record.name);
      drawer.addChange(connectorId, change, changeExpiry(change));
    });
  } catch (error) {
    // Somebody else was faster: the record is the truth, and its secrets follow it.
    await followRecord(workspace, connectorId, { keys, connectors });
    throw error;
  }
  return { connectorId, deletedAt, restoreUntil };
}
