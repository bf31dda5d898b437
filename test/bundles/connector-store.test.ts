import type * as adapter from '@google-cloud/firestore';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as store from '../../shared/adapters/google/firestore-connector-store.ts';
import { connectorStoreContract } from '../contracts/connector-store.contract.ts';
import { movableClock } from '../contracts/movable-clock.ts';
import { uploadedAt } from '../support/sample-records.ts';
import { type Bundled, bundleClients } from '../support/bundle-clients.ts';
import {
  emulatorJar,
  type RunningEmulator,
  startEmulator,
} from '../../tools/emulators/firestore-emulator.ts';

const jar = emulatorJar();
const project = 'demo-connectors';
/** Twenty transactions at once wait for the emulator's locks longer than a caller would, on a busy machine. */
const waitMs = 55_000;

const lines = `
  export { Firestore, GeoPoint, Timestamp } from '@google-cloud/firestore';
  export { firestoreConnectorStore } from './shared/adapters/google/firestore-connector-store.ts';
`;

describe.skipIf(jar === undefined)('bundled with the lean transport, over REST', () => {
  let emulator: RunningEmulator;
  let bundled: Bundled<Pick<typeof adapter, 'Firestore' | 'GeoPoint' | 'Timestamp'> & typeof store>;
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

  test('gives back every type of value as it was given', async () => {
    await emulator.clear(project);
    const { Timestamp, GeoPoint } = bundled.module;
    const document = firestore.collection('values').doc('ä :?#%');
    const values = {
      nothing: null,
      yes: true,
      whole: -42,
      large: Number.MAX_SAFE_INTEGER,
      real: 0.1,
      nan: NaN,
      infinite: -Infinity,
      text: 'ü “q” \u0000 😀',
      bytes: Buffer.from([0, 255, 128]),
      moment: new Timestamp(-1, 123_456_000),
      place: new GeoPoint(48.2, 16.4),
      other: firestore.collection('values').doc('other'),
      list: [1, 'two', { three: [] }, null],
      map: { 'a.b': { ß: 1 }, empty: {} },
    };

    const { writeTime } = await document.create(values);
    const read = await document.get();

    expect(read.data()).toEqual(values);
    expect(read.updateTime).toEqual(writeTime);
    await expect(document.create(values)).rejects.toMatchObject({ code: 6 });
    await document.update({ 'map.empty': 1, whole: 2 }, { lastUpdateTime: writeTime });
    await expect(
      document.update({ whole: 3 }, { lastUpdateTime: writeTime }),
    ).rejects.toMatchObject({
      code: 9,
    });
    expect((await document.get()).get('map')).toEqual({ 'a.b': { ß: 1 }, empty: 1 });
    await document.delete();
    expect((await document.get()).exists).toBe(false);
  });

  connectorStoreContract('Firestore', async () => {
    await emulator.clear(project);
    const clock = movableClock(uploadedAt);
    return {
      store: bundled.module.firestoreConnectorStore({ firestore, now: clock.now, waitMs }),
      clock,
    };
  });
});
