import { Firestore, type Timestamp } from '@google-cloud/firestore';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firestoreConnectorStore } from '../../shared/adapters/google/firestore-connector-store.ts';
import { connectorStoreContract } from '../contracts/connector-store.contract.ts';
import { movableClock } from '../contracts/movable-clock.ts';
import {
  acme,
  sampleChange,
  sampleConnector,
  sampleId,
  sampleKeyRecord,
  sampleValidation,
  savedAt,
  uploadedAt,
} from '../support/sample-records.ts';
import { sampleEvent } from '../support/sample-events.ts';
import {
  emulatorJar,
  type RunningEmulator,
  startEmulator,
} from '../../tools/emulators/firestore-emulator.ts';

const jar = emulatorJar();
const project = 'demo-connectors';
/** Twenty transactions at once wait for the emulator's locks longer than a caller would, on a busy machine. */
const waitMs = 55_000;

describe.skipIf(jar === undefined)('with Java and Google’s Firestore emulator', () => {
  let emulator: RunningEmulator;
  let firestore: Firestore;
  beforeAll(async () => {
    emulator = await startEmulator(jar ?? '');
    firestore = new Firestore({
      projectId: project,
      host: emulator.host,
      ssl: false,
      customHeaders: { Authorization: 'Bearer owner' },
      ignoreUndefinedProperties: true,
    });
  });
  afterAll(async () => {
    await firestore.terminate();
    await emulator.stop();
  });

  connectorStoreContract('Firestore', async () => {
    await emulator.clear(project);
    const clock = movableClock(uploadedAt);
    return { store: firestoreConnectorStore({ firestore, now: clock.now, waitMs }), clock };
  });

  test('an announcement of a kind that only a later release knows stands in the way of no other', async () => {
    await emulator.clear(project);
    const store = firestoreConnectorStore({ firestore, now: () => new Date(uploadedAt) });
    const [known, { type: _type, ...unknown }] = [sampleEvent(1), sampleEvent(2)];
    await store.transaction(acme, async (drawer) => {
      drawer.addAnnouncement(known);
    });
    const [document] = (await firestore.collectionGroup('announcements').get()).docs;
    await document?.ref.parent
      .doc(unknown.id)
      .set({ ...document.data(), event: { ...unknown, type: 'later' } });

    const { id, time, source, subject } = unknown;
    const read = await store.announcements({
      limit: 9,
      before: new Date('2036-01-01T00:00:00.000Z'),
    });

    expect(read).toEqual([known, { id, time, source, subject, unknown: true }]);
  });

  test('a transaction whose time is over writes nothing, though its work ends later', async () => {
    await emulator.clear(project);
    const now = () => new Date(uploadedAt);
    const hasty = firestoreConnectorStore({ firestore, now, waitMs: 100 });
    const patient = firestoreConnectorStore({ firestore, now });
    const gate = Promise.withResolvers<undefined>();
    const late = hasty.transaction(acme, async (drawer) => {
      await drawer.connector(sampleId('connector'));
      await gate.promise;
      drawer.putConnector(sampleConnector());
    });
    await expect(late).rejects.toMatchObject({ code: 'store-unavailable' });

    gate.resolve(undefined);

    // The first one has locked the document: this comes after it has ended, however it did.
    const found = await patient.transaction(acme, async (drawer) => {
      const record = await drawer.connector(sampleId('connector'));
      drawer.putName('lock', sampleId('connector'));
      return record;
    });
    expect(found).toBeUndefined();
    expect(await patient.connector(acme, sampleId('connector'))).toBeUndefined();
  });

  test('what expires bears the moment by which Firestore itself deletes it', async () => {
    await emulator.clear(project);
    const store = firestoreConnectorStore({ firestore, now: () => new Date(uploadedAt) });
    const end = '2026-03-09T09:02:00.000Z';
    await store.transaction(acme, async (drawer) => {
      drawer.putConnector(sampleConnector({ deletedAt: savedAt, expiresAt: end }));
      drawer.putKey(sampleKeyRecord({ expiresAt: end }));
      drawer.putValidation(sampleValidation({ expiresAt: end }));
      drawer.putTurns('uploads', [{ at: savedAt }], new Date(end));
      drawer.addChange(sampleId('connector'), sampleChange(), new Date(end));
      return Promise.resolve();
    });

    const whole = firestore.collection('workspaces').doc(acme);
    const collections = await whole.listCollections();
    const changes = whole.collection('connectors').doc(sampleId('connector')).collection('changes');
    for (const collection of [...collections, changes]) {
      const { docs } = await collection.get();
      expect(docs.map((document) => (document.get('expireAt') as Timestamp).toDate())).toEqual([
        new Date(end),
      ]);
    }
    expect(collections.map(({ id }) => id).toSorted()).toEqual([
      'connectors',
      'keys',
      'turns',
      'validations',
    ]);
  });
});
