import { localConnectorStore } from '../../../shared/adapters/local/local-connector-store.ts';
import { openLocalDatabase } from '../../../shared/adapters/local/local-database.ts';
import { acme, sampleConnector } from '../../support/sample-records.ts';

// A process of its own: keeps a connector in the folder, says so, and holds the folder until it is killed.
const [, , folder = ''] = process.argv;
const database = openLocalDatabase(folder);
const store = localConnectorStore({ database, now: () => new Date() });
await store.transaction(acme, async (drawer) => {
  drawer.putConnector(sampleConnector());
});
process.stdout.write('kept');
process.stdin.resume();
