import { asConnector } from '../../shared/connectors/as-connector.ts';
import { followRecord } from '../../shared/connectors/follow-record.ts';
import { connectorNotFound } from '../../shared/connectors/not-found.ts';
import { returnToPrevious } from '../../shared/connectors/return-to-previous.ts';
import { requireEtag } from '../../shared/connectors/require-etag.ts';
import { edits } from '../../shared/limits/edits.ts';
import { takeTurn } from '../../shared/limits/take-turn.ts';
import { keyNotFound } from '../../shared/problems/key-not-found.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import type { Connector } from '../../shared/schemas/connector.ts';
import type { ConnectorId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { SaveConnectorPorts } from './save-connector.ts';

/** Back to the key, and the connection, from before the last rotation; the key that is left can be returned to as well. */
export async function rollBack(
  { connectorId, etag }: { connectorId: ConnectorId; etag?: string | undefined },
  caller: Caller,
  { keys, connectors, stamps, limits }: SaveConnectorPorts,
): Promise<Connector> {
  const now = stamps.now();
  const { workspace, subject } = caller;
  await takeTurn(connectors, workspace, edits(limits), now);
  const after = await connectors.transaction(workspace, async (drawer) => {
    const before = await drawer.connector(connectorId);
    if (!before || before.deletedAt !== undefined) throw connectorNotFound();
    requireEtag(etag, before.etag);
    refuseGoneKey(before);
    return returnToPrevious(drawer, before, subject, stamps);
  });
  const { keyLost } = await followRecord(workspace, after, { keys, connectors });
  if (keyLost) throw keyNotFound();
  return asConnector(after, now);
}

/** Known from the last check; a key that is listed again can be returned to after the next one. */
function refuseGoneKey({ previous, retired }: ConnectorRecord): void {
  if (!previous || previous.keyId !== retired?.keyId || retired.goneAt === undefined) return;
  const { privateKeyId, clientEmail } = previous.key;
  throw new Problem(
    'previous-key-gone',
    `Upload a new key file instead: Google does not list key ${privateKeyId} of ${clientEmail} any more.`,
  );
}
