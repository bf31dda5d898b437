import type { ConnectorStore } from '../ports/connector-store.ts';
import type { ConnectorId, WorkspaceId } from '../schemas/identifiers.ts';
import type { ConnectorRecord } from '../schemas/records.ts';

/** A deleted one too, until it has expired. */
export async function recordOf(
  workspace: WorkspaceId,
  id: ConnectorId,
  connectors: Pick<ConnectorStore, 'connector' | 'transaction'>,
): Promise<ConnectorRecord | undefined> {
  const living = await connectors.connector(workspace, id);
  return living ?? connectors.transaction(workspace, async (drawer) => drawer.connector(id));
}
