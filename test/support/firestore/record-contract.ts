import type { Firestore } from '@google-cloud/firestore';
import { afterAll, beforeAll } from 'vitest';
import {
  type RunningEmulator,
  startEmulator,
} from '../../../tools/emulators/firestore-emulator.ts';
import { connectorStoreContract } from '../../contracts/connector-store.contract.ts';
import { movableClock } from '../../contracts/movable-clock.ts';
import { uploadedAt } from '../sample-records.ts';
import { type Recorded, recordedFirestore, recordedStore } from './recorded-store.ts';

const projectId = 'demo-connectors';

/** Runs the store's contract, and gives what was asked of Firestore meanwhile: whole for tests that come after it. */
export function recordContract(jar: string | undefined): Recorded[] {
  const recorded: Recorded[] = [];
  let emulator: RunningEmulator;
  let firestore: Firestore;
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
  return recorded;
}
