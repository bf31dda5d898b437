import { asConnector } from '../../shared/connectors/as-connector.ts';
import { changeExpiry, changeOf } from '../../shared/connectors/change-of.ts';
import { checkSoon } from '../../shared/connectors/check-soon.ts';
import { noteStaleName, requireFreeName } from '../../shared/connectors/require-free-name.ts';
import { savedSighting } from '../../shared/connectors/saved-sighting.ts';
import { edits } from '../../shared/limits/edits.ts';
import type { Limits } from '../../shared/limits/limits.ts';
import { requireRoomForConnector } from '../../shared/limits/require-room.ts';
import { takeTurn } from '../../shared/limits/take-turn.ts';
import type { ConnectorStore, Drawer } from '../../shared/ports/connector-store.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import type { Note } from '../../shared/ports/note.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import type { Connector } from '../../shared/schemas/connector.ts';
import { type ConnectorId, connectorId } from '../../shared/schemas/identifiers.ts';
import { foldedName } from '../../shared/schemas/name-text.ts';
import type { ConnectorRecord, ValidationRecord } from '../../shared/schemas/records.ts';
import type { SaveConnectorRequest } from './request.ts';
import { usableValidation } from './usable-validation.ts';

export interface SaveConnectorPorts {
  keys: Pick<KeyVault, 'keep' | 'expire'>;
  connectors: Pick<ConnectorStore, 'connector' | 'transaction'>;
  stamps: Stamps;
  limits: Limits;
}

export interface Saved {
  created: boolean;
  connector: Connector;
}

/**
 * Keeps the connection that a validation tested, and nothing else. The record first, then the key's expiry is taken
 * away: if the process ends in between, the next health check does it. The same validation saved again under the same
 * name is the same connector, so a retry is safe.
 */
export async function saveConnector(
  request: SaveConnectorRequest,
  caller: Caller,
  { keys, connectors, stamps, limits }: SaveConnectorPorts,
  { note }: { note: Note },
): Promise<Saved> {
  const now = stamps.now();
  await takeTurn(connectors, caller.workspace, edits(limits), now);
  const id = connectorId.parse(`con-${stamps.newId()}`);
  const saved = await connectors.transaction(caller.workspace, async (drawer) => {
    const earlier = await savedBefore(drawer, request, id);
    if (earlier) return { created: false, record: earlier };
    const { validation, key } = await usableValidation(
      drawer,
      request.validationId,
      undefined,
      now,
    );
    const stale = await requireFreeName(drawer, request.name, id);
    await requireRoomForConnector(drawer, limits);
    const record = newRecord(id, request.name, validation, caller, stamps);
    drawer.putConnector(record);
    drawer.putName(foldedName(request.name), id);
    drawer.putKey({ ...key, connectorId: id, expiresAt: undefined });
    drawer.putValidation({ ...validation, savedAs: id });
    const change = changeOf(stamps, caller.subject, 'created', request.name);
    drawer.addChange(id, change, changeExpiry(change));
    return { created: true, record, stale };
  });
  noteStaleName(note, caller.workspace, saved.stale);
  await keys.keep(caller.workspace, saved.record.keyId);
  return { created: saved.created, connector: asConnector(saved.record, now) };
}

async function savedBefore(
  drawer: Drawer,
  { name, validationId }: SaveConnectorRequest,
  newId: ConnectorId,
): Promise<ConnectorRecord | undefined> {
  const validation = await drawer.validation(validationId);
  const record = validation?.savedAs && (await drawer.connector(validation.savedAs));
  if (!record) return undefined;
  if (record.deletedAt === undefined && record.name === name) return record;
  await requireFreeName(drawer, name, newId); // another spelling of a name that is taken is no retry
  throw new Problem(
    'validation-already-saved',
    record.deletedAt === undefined
      ? 'Edit the connector that was saved with this validation, or upload the key file again and validate it for another one.'
      : 'Restore the connector that was saved with this validation, or upload the key file again and validate it for another one.',
  );
}

function newRecord(
  id: ConnectorId,
  name: string,
  validation: ValidationRecord,
  { subject }: Caller,
  stamps: Stamps,
): ConnectorRecord {
  const { report, keyId, key, connection } = validation;
  const at = stamps.now().toISOString();
  const state = report.outcome === 'passed' ? 'healthy' : 'degraded';
  return {
    connectorId: id,
    name,
    keyId,
    key,
    connection,
    health: { state, since: report.validatedAt, checkedAt: report.validatedAt },
    paused: false,
    createdAt: at,
    createdBy: subject,
    updatedAt: at,
    updatedBy: subject,
    etag: stamps.newId(),
    latestReport: report,
    fullyCheckedAt: report.validatedAt,
    ...savedSighting(validation),
    ...checkSoon(stamps.now()),
  };
}
