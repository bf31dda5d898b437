import { asConnector } from '../../shared/connectors/as-connector.ts';
import { changeExpiry, changeOf } from '../../shared/connectors/change-of.ts';
import { expireKey } from '../../shared/connectors/expire-key.ts';
import { expirePrevious } from '../../shared/connectors/expire-previous.ts';
import { followRecord } from '../../shared/connectors/follow-record.ts';
import { forgottenKey } from '../../shared/connectors/forgotten-key.ts';
import { connectorNotFound } from '../../shared/connectors/not-found.ts';
import { requireEtag } from '../../shared/connectors/require-etag.ts';
import { noteStaleName, requireFreeName } from '../../shared/connectors/require-free-name.ts';
import { edits } from '../../shared/limits/edits.ts';
import { takeTurn } from '../../shared/limits/take-turn.ts';
import type { Drawer } from '../../shared/ports/connector-store.ts';
import type { Note } from '../../shared/ports/note.ts';
import { keyNotFound } from '../../shared/problems/key-not-found.ts';
import { Problem } from '../../shared/problems/problem.ts';
import type { Caller } from '../../shared/schemas/caller.ts';
import type { Connector } from '../../shared/schemas/connector.ts';
import type { ConnectorId } from '../../shared/schemas/identifiers.ts';
import { foldedName } from '../../shared/schemas/name-text.ts';
import type { ConnectorRecord, KeyRecord, ValidationRecord } from '../../shared/schemas/records.ts';
import { differences } from './differences.ts';
import { edited } from './edited.ts';
import type { EditConnectorBody } from './request.ts';
import type { SaveConnectorPorts } from './save-connector.ts';
import { usableValidation } from './usable-validation.ts';

export type EditConnectorRequest = EditConnectorBody & {
  connectorId: ConnectorId;
  etag?: string | undefined;
};

/** Renames, pauses, or replaces the connection by one that was validated; a new key leaves the old one for 7 days. */
export async function editConnector(
  request: EditConnectorRequest,
  caller: Caller,
  { keys, connectors, stamps, limits }: SaveConnectorPorts,
  { note }: { note: Note },
): Promise<Connector> {
  const now = stamps.now();
  const { workspace, subject } = caller;
  await takeTurn(connectors, workspace, edits(limits), now);
  const rotates = request.validationId !== undefined;
  const living = rotates ? await connectors.connector(workspace, request.connectorId) : undefined;
  if (living) {
    requireEtag(request.etag, living.etag);
    await expirePrevious(workspace, living, keys); // a rotation forgets it
  }
  const changing = connectors.transaction(workspace, async (drawer) => {
    const before = await drawer.connector(request.connectorId);
    if (!before || before.deletedAt !== undefined) throw connectorNotFound();
    requireEtag(request.etag, before.etag);
    const { name } = request;
    const stale =
      name === undefined ? undefined : await requireFreeName(drawer, name, before.connectorId);
    const tested = await testedConnection(drawer, request, before, now);
    const older = tested && before.previous && (await drawer.key(before.previous.keyId));
    const stamp = { updatedAt: now.toISOString(), updatedBy: subject, etag: stamps.newId() };
    const after = { ...edited(before, request, tested?.validation, now), ...stamp };
    write(drawer, before, after, tested);
    const forgotten = forgottenKey(before, after, now);
    if (forgotten && older) drawer.putKey({ ...older, expiresAt: forgotten.until.toISOString() });
    for (const [what, detail] of differences(before, after)) {
      const change = changeOf(stamps, subject, what, detail);
      drawer.addChange(before.connectorId, change, changeExpiry(change));
    }
    return { before, after, stale, forgotten };
  });
  const { before, after, stale, forgotten } = await changing.catch(async (error: unknown) => {
    if (living?.previous) await followRecord(workspace, request.connectorId, { keys, connectors });
    throw error;
  });
  noteStaleName(note, workspace, stale);
  if (after.keyId !== before.keyId) {
    const { keyLost } = await followRecord(workspace, after, { keys, connectors });
    if (forgotten) await expireKey(keys, workspace, forgotten.keyId, forgotten.until);
    if (keyLost) throw keyNotFound();
  }
  return asConnector(after, now);
}

interface Tested {
  validation: ValidationRecord;
  key: KeyRecord;
  /** The record of the key until now. */
  keyBefore: KeyRecord | undefined;
}

async function testedConnection(
  drawer: Drawer,
  { validationId, connectorId }: EditConnectorRequest,
  before: ConnectorRecord,
  now: Date,
): Promise<Tested | undefined> {
  if (validationId === undefined) return undefined;
  const tested = await usableValidation(drawer, validationId, connectorId, now);
  requireOwnKey(tested.validation, before);
  const keyBefore = await drawer.key(before.keyId);
  const { savedAs } = tested.validation;
  if (savedAs !== undefined && savedAs !== before.connectorId) {
    throw new Problem('validation-already-saved', 'Validate again for this connector.');
  }
  return { ...tested, keyBefore };
}

/** Who tried the connector's own key wanted no other one: kept after a rotation, it would undo that unseen. */
function requireOwnKey({ connectorId, keyId }: ValidationRecord, before: ConnectorRecord): void {
  if (connectorId !== before.connectorId || keyId === before.keyId) return;
  throw new Problem(
    'validation-expired',
    'Validate the connector again: it has another key by now. A roll-back leads to the key before.',
  );
}

function write(
  drawer: Drawer,
  before: ConnectorRecord,
  after: ConnectorRecord,
  tested: Tested | undefined,
): void {
  drawer.putConnector(after);
  if (foldedName(after.name) !== foldedName(before.name)) {
    drawer.freeName(foldedName(before.name));
    drawer.putName(foldedName(after.name), after.connectorId);
  }
  if (!tested) return;
  drawer.putValidation({ ...tested.validation, savedAs: after.connectorId });
  drawer.putKey({ ...tested.key, connectorId: after.connectorId, expiresAt: undefined });
  if (after.keyId === before.keyId || !tested.keyBefore) return;
  drawer.putKey({ ...tested.keyBefore, expiresAt: after.previous?.until });
}
