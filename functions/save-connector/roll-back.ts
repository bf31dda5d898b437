import { asConnector } from '../../shared/connectors/as-connector.ts';
import { changeExpiry, changeOf } from '../../shared/connectors/change-of.ts';
import { checkSoon } from '../../shared/connectors/check-soon.ts';
import { expireKey } from '../../shared/connectors/expire-key.ts';
import { connectorNotFound } from '../../shared/connectors/not-found.ts';
import { requireEtag } from '../../shared/connectors/require-etag.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import type { Connector } from '../../shared/schemas/connector.ts';
import type { ConnectorId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { SaveConnectorPorts } from './save-connector.ts';

const keptMs = 7 * 24 * 60 * 60 * 1000;

/** Back to the key, and the connection, from before the last rotation; the key that is left can be returned to as well. */
export async function rollBack(
  { connectorId, etag }: { connectorId: ConnectorId; etag?: string | undefined },
  caller: Caller,
  { keys, connectors, stamps }: SaveConnectorPorts,
): Promise<Connector> {
  const now = stamps.now();
  const { workspace, subject } = caller;
  const until = new Date(now.getTime() + keptMs);
  const { before, after } = await connectors.transaction(workspace, async (drawer) => {
    const before = await drawer.connector(connectorId);
    if (!before || before.deletedAt !== undefined) throw connectorNotFound();
    requireEtag(etag, before.etag);
    const after = returned(before, now, until, subject, stamps.newId());
    const [left, taken] = [await drawer.key(before.keyId), await drawer.key(after.keyId)];
    if (!taken)
      throw new Problem('key-not-found', 'Upload the key file again: the key was destroyed.');
    if (left) drawer.putKey({ ...left, expiresAt: until.toISOString() });
    drawer.putKey({ ...taken, expiresAt: undefined });
    drawer.putConnector(after);
    const detail = `${before.key.privateKeyId} → ${after.key.privateKeyId}`;
    const change = changeOf(stamps, subject, 'rolled-back', detail);
    drawer.addChange(connectorId, change, changeExpiry(change));
    return { before, after };
  });
  await keys.keep(workspace, after.keyId);
  await expireKey(keys, workspace, before.keyId, until);
  return asConnector(after, now);
}

function returned(
  before: ConnectorRecord,
  now: Date,
  until: Date,
  subject: string,
  etag: string,
): ConnectorRecord {
  const { previous, keyId, key, connection } = before;
  if (!previous || Date.parse(previous.until) <= now.getTime()) {
    throw new Problem(
      'nothing-to-roll-back',
      'A previous key is kept for 7 days after a rotation; upload a key instead.',
    );
  }
  return {
    ...before,
    keyId: previous.keyId,
    key: previous.key,
    connection: previous.connection,
    previous: { keyId, key, connection, until: until.toISOString() },
    health: { state: 'unknown', since: now.toISOString(), checkedAt: before.health.checkedAt },
    updatedAt: now.toISOString(),
    updatedBy: subject,
    etag,
    ...(!before.paused && checkSoon(now)),
  };
}
