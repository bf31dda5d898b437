import { asConnector } from '../../shared/connectors/as-connector.ts';
import { changeExpiry, changeOf } from '../../shared/connectors/change-of.ts';
import { checkSoon, tendSoon } from '../../shared/connectors/check-soon.ts';
import { followRecord } from '../../shared/connectors/follow-record.ts';
import { connectorNotFound } from '../../shared/connectors/not-found.ts';
import { noteStaleName, requireFreeName } from '../../shared/connectors/require-free-name.ts';
import { edits } from '../../shared/limits/edits.ts';
import { requireRoomForConnector } from '../../shared/limits/require-room.ts';
import { takeTurn } from '../../shared/limits/take-turn.ts';
import type { Note } from '../../shared/ports/note.ts';
import { keyNotFound } from '../../shared/problems/key-not-found.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import type { Connector } from '../../shared/schemas/connector.ts';
import type { ConnectorId } from '../../shared/schemas/identifiers.ts';
import { foldedName } from '../../shared/schemas/name-text.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { DeleteConnectorPorts } from './delete-connector.ts';

/**
 * Brings a deleted connector back, for 7 days. Its name became free when it was deleted: where another connector bears
 * it by now, the request brings a new one. A connector that lives is given as it is, so a retry is safe.
 */
export async function restoreConnector(
  request: { connectorId: ConnectorId; name?: string | undefined },
  caller: Caller,
  { keys, connectors, stamps, limits }: DeleteConnectorPorts,
  { note }: { note: Note },
): Promise<Connector> {
  const now = stamps.now();
  const { workspace, subject } = caller;
  await takeTurn(connectors, workspace, edits(limits), now);
  const { restored, stale } = await connectors.transaction(workspace, async (drawer) => {
    const record = await drawer.connector(request.connectorId);
    if (!record) throw connectorNotFound();
    if (record.deletedAt === undefined) return { restored: record };
    const name = request.name ?? record.name;
    const stale = await requireFreeName(drawer, name, record.connectorId);
    await requireRoomForConnector(drawer, limits);
    const key = await drawer.key(record.keyId);
    if (!key)
      throw new Problem(
        'key-not-found',
        'Connect again with a new key file: the key was destroyed.',
      );
    const living = revived(record, name, subject, now, stamps.newId());
    drawer.putConnector(living);
    drawer.putName(foldedName(name), record.connectorId);
    drawer.putKey({ ...key, expiresAt: undefined });
    const change = changeOf(stamps, subject, 'restored', name);
    drawer.addChange(record.connectorId, change, changeExpiry(change));
    return { restored: living, stale };
  });
  noteStaleName(note, workspace, stale);
  const { keyLost } = await followRecord(workspace, restored, { keys, connectors });
  if (keyLost) throw keyNotFound();
  return asConnector(restored, now);
}

function revived(
  { deletedAt: _deleted, expiresAt: _expires, ...record }: ConnectorRecord,
  name: string,
  subject: string,
  now: Date,
  etag: string,
): ConnectorRecord {
  const stamp = { updatedAt: now.toISOString(), updatedBy: subject, etag };
  return { ...record, name, ...stamp, ...(record.paused ? tendSoon(now) : checkSoon(now)) };
}
