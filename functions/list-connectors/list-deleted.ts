import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import type { RestorableConnector } from '../../shared/schemas/connector.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { DeletedCursor } from './request.ts';

/** What was deleted and can still be restored, the last deleted first. */
export async function listDeleted(
  { pageSize, after }: { pageSize: number; after?: DeletedCursor | undefined },
  { workspace }: Caller,
  { connectors }: { connectors: Pick<ConnectorStore, 'deletedConnectors'> },
): Promise<{ connectors: RestorableConnector[]; next?: DeletedCursor }> {
  const found = await connectors.deletedConnectors(workspace, { limit: pageSize + 1, after });
  const deleted = found.slice(0, pageSize).map(restorable);
  const last = deleted.at(-1);
  const more = found.length > pageSize && last;
  if (!more) return { connectors: deleted };
  const { restoreUntil: expiresAt, connectorId } = last;
  return { connectors: deleted, next: { expiresAt, connectorId } };
}

/** Nothing is written to a deleted record: who touched it last deleted it. */
function restorable({
  connectorId,
  name,
  updatedAt,
  updatedBy,
  deletedAt = updatedAt,
  expiresAt = deletedAt,
}: ConnectorRecord): RestorableConnector {
  return { connectorId, name, deletedAt, deletedBy: updatedBy, restoreUntil: expiresAt };
}
