import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { openLocalDatabase } from '../../shared/adapters/local/local-database.ts';
import { localKeyVault } from '../../shared/adapters/local/local-key-vault.ts';
import { sealingKey } from '../../shared/adapters/local/sealing-key.ts';
import type { Storage } from './storage.ts';

const minuteMs = 60_000;

/** One file in the state folder, keys sealed in it; what has expired is taken out of it every minute. */
export function sqliteStorage(stateFolder: string, now: () => Date): Storage {
  const database = openLocalDatabase(stateFolder);
  const keys = localKeyVault({ database, sealingKey: sealingKey(stateFolder), now });
  const connectors = localConnectorStore({ database, now });
  const sweep = setInterval(() => {
    keys.deleteExpired();
    connectors.deleteExpired();
  }, minuteMs).unref();
  return {
    keys,
    connectors,
    async close() {
      clearInterval(sweep);
      database.close();
    },
  };
}
