import type * as adapter from '@google-cloud/firestore';
import { afterAll, beforeAll, describe } from 'vitest';
import type * as store from '../../shared/adapters/google/firestore-connector-store.ts';
import { connectorStoreContract } from '../contracts/connector-store.contract.ts';
import { movableClock } from '../contracts/movable-clock.ts';
import { uploadedAt } from '../support/sample-records.ts';
import { type Bundled, bundleClients } from '../support/bundle-clients.ts';
import { emulatorJar, type RunningEmulator, startEmulator } from '../../tools/emulators/firestore-emulator.ts';

const jar = emulatorJar();
const project = 'demo-connectors';

const lines = `
  export { Firestore } from '@google-cloud/firestore';
  export { firestoreConnectorStore } from './shared/adapters/google/firestore-connector-store.ts';
`;

describe.skipIf(jar === undefined)('bundled with the lean transport, over REST', () => {
  let emulator: RunningEmulator;
  let bundled: Bundled<Pick<typeof adapter, 'Firestore'> & typeof store>;
  let firestore: adapter.Firestore;
  beforeAll(async () => {
    [emulator, bundled] = await Promise.all([
      startEmulator(jar ?? ''),
      bundleClients<(typeof bundled)['module']>(lines),
    ]);
    firestore = new bundled.module.Firestore({
      projectId: project,
      host: emulator.host,
      ssl: false,
      preferRest: true,
      ignoreUndefinedProperties: true,
    });
  });
  afterAll(async () => {
    await firestore.terminate();
    await emulator.stop();
    bundled.remove();
  });

  connectorStoreContract('Firestore', async () => {
    await emulator.clear(project);
    const clock = movableClock(uploadedAt);
    return { store: bundled.module.firestoreConnectorStore({ firestore, now: clock.now }), clock };
  });
});
