import { randomBytes } from 'node:crypto';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { localKeyVault } from '../../shared/adapters/local/local-key-vault.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { defaultLimits } from '../../shared/limits/limits.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { movableClock } from '../contracts/movable-clock.ts';
import { keyId } from '../../shared/schemas/identifiers.ts';
import { privateKeyPem } from './make-key.ts';
import { sampleKey, sampleKeyFacts, sampleKeyRecord } from './sample-records.ts';
import { saveConnector } from './save-connector.ts';
import { type Incident, privateKeyId, scriptedGoogle } from './scripted-google.ts';
import { sealingKeyOf } from './sealing-key-of.ts';

const start = '2026-03-02T00:00:00.000Z';

/** One connector of the workspace acme that is due, over a Google in which there is always the same going on. */
export async function oneConnector(incident: (email: string) => Incident) {
  const movable = movableClock(start);
  const { now } = movable;
  const database = databaseInMemory();
  const keys = localKeyVault({ database, sealingKey: sealingKeyOf(randomBytes(32)), now });
  const connectors = localConnectorStore({ database, now });
  const email = 'reader@acme-analytics.iam.gserviceaccount.com';
  const record = await saveConnector({ keys, connectors, now }, 'acme', { email, dueAt: now() });
  const stamps = { now, newId: () => systemStamps.newId() };
  const advance = (milliseconds: number) => {
    movable.moveTo(new Date(now().getTime() + milliseconds));
  };
  /** As save-connector leaves it after an edit that brought a new key: the old one can be returned to. */
  const rotate = async (newEmail: string) => {
    const id = keyId.parse(`key-${systemStamps.newId()}`);
    const key = sampleKey({ privateKey: privateKeyPem(), privateKeyId, clientEmail: newEmail });
    const until = new Date(now().getTime() + 7 * 86_400_000);
    await keys.add('acme', id, key, until);
    await keys.keep('acme', id);
    await keys.expire('acme', record.keyId, until);
    const facts = sampleKeyFacts({ clientEmail: newEmail, privateKeyId });
    const { keyId: oldId, key: oldKey, connection } = record;
    await connectors.transaction('acme', async (drawer) => {
      drawer.putKey(sampleKeyRecord({ keyId: oldId, key: oldKey, expiresAt: until.toISOString() }));
      drawer.putKey(sampleKeyRecord({ keyId: id, key: facts }));
      const previous = { keyId: oldId, key: oldKey, connection, until: until.toISOString() };
      drawer.putConnector({ ...record, keyId: id, key: facts, previous });
    });
  };
  return {
    record,
    rotate,
    ports: { ...scriptedGoogle(incident), keys, connectors, stamps, limits: defaultLimits },
    clock: { now, advance },
    destroyKey: async () => {
      await keys.expire('acme', record.keyId, new Date(now().getTime() + 1));
      advance(2);
    },
  };
}
