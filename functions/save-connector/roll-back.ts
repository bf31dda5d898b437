import { asConnector } from '../../shared/connectors/as-connector.ts';
import { expirePrevious } from '../../shared/connectors/expire-previous.ts';
import { connectorNotFound } from '../../shared/connectors/not-found.ts';
import { returnToPrevious } from '../../shared/connectors/return-to-previous.ts';
import { requireEtag } from '../../shared/connectors/require-etag.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import type { Connector } from '../../shared/schemas/connector.ts';
import type { ConnectorId } from '../../shared/schemas/identifiers.ts';
import type { SaveConnectorPorts } from './save-connector.ts';

/** Back to the key, and the connection, from before the last rotation; the key that is left can be returned to as well. */
export async function rollBack(
  { connectorId, etag }: { connectorId: ConnectorId; etag?: string | undefined },
  caller: Caller,
  { keys, connectors, stamps }: SaveConnectorPorts,
): Promise<Connector> {
  const now = stamps.now();
  const { workspace, subject } = caller;
  const after = await connectors.transaction(workspace, async (drawer) => {
    const before = await drawer.connector(connectorId);
    if (!before || before.deletedAt !== undefined) throw connectorNotFound();
    requireEtag(etag, before.etag);
    return returnToPrevious(drawer, before, subject, stamps);
  });
  await keys.keep(workspace, after.keyId);
  await expirePrevious(workspace, after, keys);
  return asConnector(after, now);
}
