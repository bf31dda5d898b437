import { asConnector } from '../../shared/connectors/as-connector.ts';
import { connectorNotFound } from '../../shared/connectors/not-found.ts';
import type { KeyUse } from '../../shared/ports/connector-store.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import type { ConnectorWithReport } from '../../shared/schemas/connector.ts';
import type { ConnectorId, WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { ListConnectorsPorts } from './list-connectors.ts';
import { retiredKeyOf } from './retired-key-of.ts';

/** One connector with its latest report. */
export async function getConnector(
  { connectorId }: { connectorId: ConnectorId },
  { workspace }: Caller,
  { connectors, stamps }: ListConnectorsPorts,
): Promise<ConnectorWithReport> {
  const record = await connectors.connector(workspace, connectorId);
  if (!record) throw connectorNotFound();
  const now = stamps.now();
  const retiredKey = retiredKeyOf(record, await usesOf(record, workspace, connectors), now);
  return {
    ...asConnector(record, now),
    latestReport: record.latestReport,
    drift: record.drift ?? [],
    ...(retiredKey && { retiredKey }),
  };
}

/** Looked up only where somebody might disable the key; of other workspaces nothing is asked. */
async function usesOf(
  { retired }: ConnectorRecord,
  workspace: WorkspaceId,
  connectors: ListConnectorsPorts['connectors'],
): Promise<KeyUse[]> {
  if (!retired || retired.goneAt !== undefined) return [];
  return connectors.connectorsOfKey(workspace, retired.key.fingerprint);
}
