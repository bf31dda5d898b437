import { expireKey } from '../../shared/connectors/expire-key.ts';
import type { Belongings, ConnectorStore, Drawer } from '../../shared/ports/connector-store.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import type { KeyId, WorkspaceId } from '../../shared/schemas/identifiers.ts';
import { foldedName } from '../../shared/schemas/name-text.ts';
import type { ConnectorRecord, KeyRecord } from '../../shared/schemas/records.ts';

export interface Stray {
  what: 'stray-key-expires' | 'stray-name-freed' | 'name-claimed';
  keyId?: KeyId;
}

/** So long an operator who reads that a key is a stray can still find out whose it was. */
const graceMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Keys and names that are noted as this connector's own and that its record does not know: a key that two rotations left
 * behind and that a late process kept after all, and whatever a hand in the stores did. And its own name where nobody
 * has it: a release that tells names apart otherwise finds it under the one that it had. Says what there was to mend.
 */
export async function endStrays(
  workspace: WorkspaceId,
  record: ConnectorRecord,
  { keys, connectors }: Ports,
  now: Date,
): Promise<Stray[]> {
  const belongings = await connectors.belongings(workspace, record.connectorId);
  const found = straysOf(record, belongings);
  const lasting = found.keys.some(({ expiresAt }) => expiresAt === undefined);
  const name = nameOf(record);
  const nameless = name !== undefined && !belongings.foldedNames.includes(name);
  const strays =
    lasting || nameless || found.foldedNames.length > 0
      ? await connectors.transaction(workspace, async (drawer) =>
          ended(drawer, record.connectorId, found, new Date(now.getTime() + graceMs)),
        )
      : { ...found, claimed: false };
  const mended: Stray[] = strays.foldedNames.map(() => ({ what: 'stray-name-freed' }));
  if (strays.claimed) mended.push({ what: 'name-claimed' });
  for (const { keyId, expiresAt } of strays.keys) {
    if (expiresAt === undefined) continue;
    const state = await expireKey(keys, workspace, keyId, new Date(expiresAt));
    if (state === 'mended') mended.push({ what: 'stray-key-expires', keyId });
  }
  return mended;
}

interface Ports {
  keys: Pick<KeyVault, 'expire'>;
  connectors: Pick<ConnectorStore, 'belongings' | 'transaction'>;
}

function straysOf(record: ConnectorRecord, { keys, foldedNames }: Belongings): Belongings {
  const own = new Set([record.keyId, record.previous?.keyId]);
  const name = nameOf(record);
  return {
    keys: keys.filter(({ keyId }) => !own.has(keyId)),
    foldedNames: foldedNames.filter((each) => each !== name),
  };
}

/** What is deleted bears no name. */
function nameOf({ name, deletedAt }: ConnectorRecord): string | undefined {
  return deletedAt === undefined ? foldedName(name) : undefined;
}

/** Looked at again where nobody changes it meanwhile; what is a stray still goes. */
async function ended(
  drawer: Drawer,
  connectorId: ConnectorRecord['connectorId'],
  found: Belongings,
  until: Date,
): Promise<Belongings & { claimed: boolean }> {
  const record = await drawer.connector(connectorId);
  const still = record ? straysOf(record, found) : found;
  const keys: KeyRecord[] = [];
  for (const { keyId } of still.keys) {
    const key = await drawer.key(keyId);
    if (key?.connectorId === connectorId) keys.push({ expiresAt: until.toISOString(), ...key });
  }
  const foldedNames: string[] = [];
  for (const name of still.foldedNames) {
    if ((await drawer.nameOwner(name)) === connectorId) foldedNames.push(name);
  }
  const own = record && nameOf(record);
  const claimed = own !== undefined && (await drawer.nameOwner(own)) === undefined;
  for (const key of keys) drawer.putKey(key);
  for (const name of foldedNames) drawer.freeName(name);
  if (claimed) drawer.putName(own, connectorId);
  return { keys, foldedNames, claimed };
}
