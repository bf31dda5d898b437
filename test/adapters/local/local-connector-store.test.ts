import { localConnectorStore } from '../../../shared/adapters/local/local-connector-store.ts';
import { connectorStoreContract } from '../../contracts/connector-store.contract.ts';
import { movableClock } from '../../contracts/movable-clock.ts';
import { savedAt } from '../../support/sample-records.ts';
import { databaseInMemory } from './database-in-memory.ts';

connectorStoreContract('SQLite', () => {
  const clock = movableClock(savedAt);
  return { store: localConnectorStore({ database: databaseInMemory(), now: clock.now }), clock };
});
