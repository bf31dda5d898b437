import type { Firestore } from '@google-cloud/firestore';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  connectorStorePermissions,
  drawerPermissions,
} from '../../shared/adapters/google/firestore-permissions.ts';
import {
  emulatorJar,
  type RunningEmulator,
  startEmulator,
} from '../../tools/emulators/firestore-emulator.ts';
import { connectorStoreContract } from '../contracts/connector-store.contract.ts';
import { movableClock } from '../contracts/movable-clock.ts';
import { neededPermissions } from '../support/firestore/needed-permissions.ts';
import {
  type Recorded,
  recordedFirestore,
  recordedStore,
} from '../support/firestore/recorded-store.ts';
import { uploadedAt } from '../support/sample-records.ts';

const jar = emulatorJar();
const projectId = 'demo-connectors';

describe.skipIf(jar === undefined)('with Java and Google’s Firestore emulator', () => {
  let emulator: RunningEmulator;
  let firestore: Firestore;
  const recorded: Recorded[] = [];
  beforeAll(async () => {
    emulator = await startEmulator(jar ?? '');
    firestore = recordedFirestore({ projectId, host: emulator.host }, (each) => {
      recorded.push(each);
    });
  });
  afterAll(async () => {
    await firestore.terminate();
    await emulator.stop();
  });

  const start = async () => {
    await emulator.clear(projectId);
    const clock = movableClock(uploadedAt);
    return { store: recordedStore({ firestore, now: clock.now }), clock };
  };
  connectorStoreContract('Firestore over REST', start, { races: false });

  const ports: [string, Record<string, string[]>][] = [
    ['ConnectorStore', connectorStorePermissions],
    ['Drawer', drawerPermissions],
  ];
  test.each(ports)(
    'THREATS 61: %s names what its calls need, and nothing else',
    (port, declared) => {
      const seen = neededPermissions(recorded);

      const named = Object.keys(declared).map((method) => [
        method,
        [...(seen.get(`${port}.${method}`) ?? [])].toSorted(),
      ]);

      const expected = Object.entries(declared).map(([method, list]) => [method, list.toSorted()]);
      expect(Object.fromEntries(named)).toEqual(Object.fromEntries(expected));
    },
  );
});
