import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import { connectorId, keyId } from '../../shared/schemas/identifiers.ts';
import { foldedName } from '../../shared/schemas/name-text.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import { privateKeyPem } from './make-key.ts';
import {
  sampleConnection,
  sampleConnector,
  sampleKey,
  sampleKeyFacts,
  sampleReport,
} from './sample-records.ts';
import { privateKeyId } from './scripted-google.ts';

interface Parts {
  keys: KeyVault;
  connectors: ConnectorStore;
  now: () => Date;
  newId?: () => string;
}

const dayMs = 86_400_000;

/** A healthy connector as it lies in the stores, with a key that signs. */
export async function saveConnector(
  { keys, connectors, now, newId = systemStamps.newId }: Parts,
  workspace: string,
  { email, dueAt, number = 0 }: { email: string; dueAt: Date; number?: number },
): Promise<ConnectorRecord> {
  const id = keyId.parse(`key-${newId()}`);
  const key = sampleKey({ privateKey: privateKeyPem(), privateKeyId, clientEmail: email });
  await keys.add(workspace, id, key, new Date(now().getTime() + dayMs));
  await keys.keep(workspace, id);
  const at = now().toISOString();
  const fingerprint = `sha256:${number.toString(16).padStart(64, '0')}`;
  const connector = connectorId.parse(`con-${newId()}`);
  const name = `Newsletter readers ${connector}`;
  const record = sampleConnector({
    connectorId: connector,
    name,
    keyId: id,
    key: sampleKeyFacts({ clientEmail: email, fingerprint, privateKeyId }),
    connection: sampleConnection({ location: 'US' }),
    health: { state: 'healthy', since: at, checkedAt: at },
    createdAt: at,
    updatedAt: at,
    latestReport: sampleReport({ outcome: 'passed', checks: [] }),
    nextCheckAt: dueAt.toISOString(),
  });
  await connectors.transaction(workspace, async (drawer) => {
    drawer.putConnector(record);
    drawer.putName(foldedName(name), connector);
  });
  return record;
}
