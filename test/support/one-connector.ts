import { randomBytes } from 'node:crypto';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { localKeyVault } from '../../shared/adapters/local/local-key-vault.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { movableClock } from '../contracts/movable-clock.ts';
import { saveConnector } from './save-connector.ts';
import { type Incident, scriptedGoogle } from './scripted-google.ts';
import { sealingKeyOf } from './sealing-key-of.ts';

const start = '2026-03-02T00:00:00.000Z';

/** One connector of the workspace acme that is due, over a Google in which there is always the same going on. */
export async function oneConnector(incident: () => Incident) {
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
  return {
    record,
    ports: { ...scriptedGoogle(incident), keys, connectors, stamps },
    clock: { now, advance },
    destroyKey: async () => {
      await keys.expire('acme', record.keyId, new Date(now().getTime() + 1));
      advance(2);
    },
  };
}
