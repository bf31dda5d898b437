import { asConnector } from '../../shared/connectors/as-connector.ts';
import { connectorNotFound } from '../../shared/connectors/not-found.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import type { ConnectorWithReport } from '../../shared/schemas/connector.ts';
import type { ConnectorId } from '../../shared/schemas/identifiers.ts';
import type { ListConnectorsPorts } from './list-connectors.ts';

/** One connector with its latest report. */
export async function getConnector(
  { connectorId }: { connectorId: ConnectorId },
  { workspace }: Caller,
  { connectors, stamps }: ListConnectorsPorts,
): Promise<ConnectorWithReport> {
  const record = await connectors.connector(workspace, connectorId);
  if (!record) throw connectorNotFound();
  const { latestReport, drift = [] } = record;
  return { ...asConnector(record, stamps.now()), latestReport, drift };
}
