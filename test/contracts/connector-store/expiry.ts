import { describe, expect, test } from 'vitest';
import {
  acme,
  globex,
  sampleConnector,
  sampleId,
  sampleKeyFacts,
  sampleKeyRecord,
  sampleValidation,
  savedAt,
} from '../../support/sample-records.ts';
import { justBefore } from '../movable-clock.ts';
import { look, type MakeStore, write } from './store-under-test.ts';

const con = sampleId('connector');
const key = sampleId('key');
const val = sampleId('validation');
const end = '2026-03-09T09:02:00.000Z';
const deleted = sampleConnector({ deletedAt: savedAt, expiresAt: end });

/** Expired is absent in that very moment, whether anything was deleted yet or not. */
export function expiryContract(make: MakeStore): void {
  describe('expiry', () => {
    test('hides a key in the moment at which it expires', async () => {
      const { store, clock } = await make();
      await write(store, (drawer) => {
        drawer.putKey(sampleKeyRecord({ expiresAt: end }));
      });
      const seen = async () => [
        await store.key(acme, key),
        ...(await look(store, async (drawer) => [
          await drawer.key(key),
          await drawer.pendingKeyCount(),
        ])),
      ];

      clock.moveTo(justBefore(end));
      const there = sampleKeyRecord({ expiresAt: end });
      expect(await seen()).toEqual([there, there, 1]);

      clock.moveTo(end);
      expect(await seen()).toEqual([undefined, undefined, 0]);
    });

    test('hides a validation in the moment at which it expires', async () => {
      const { store, clock } = await make();
      const validation = sampleValidation({ expiresAt: end });
      await write(store, (drawer) => {
        drawer.putValidation(validation);
      });
      const seen = async () => [
        await store.validation(acme, val),
        await look(store, (drawer) => drawer.validation(val)),
      ];

      clock.moveTo(justBefore(end));
      expect(await seen()).toEqual([validation, validation]);

      clock.moveTo(end);
      expect(await seen()).toEqual([undefined, undefined]);
    });

    test('forgets turns in the moment at which they expire', async () => {
      const { store, clock } = await make();
      await write(store, (drawer) => {
        drawer.putTurns('uploads', [{ at: savedAt }], new Date(end));
      });

      clock.moveTo(justBefore(end));
      expect(await look(store, (drawer) => drawer.turns('uploads'))).toEqual([{ at: savedAt }]);

      clock.moveTo(end);
      expect(await look(store, (drawer) => drawer.turns('uploads'))).toEqual([]);
    });

    test('leaves a deleted connector to those alone who may restore it, until it expires', async () => {
      const { store, clock } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(deleted);
      });
      const outside = async () => [
        await store.connector(acme, con),
        await store.connectors(acme, { limit: 10 }),
        await store.connectors(acme, { limit: 10, health: deleted.health.state }),
        await store.connectorsOfKey(acme, sampleKeyFacts().fingerprint),
        await look(store, (drawer) => drawer.connectorCount()),
      ];

      clock.moveTo(justBefore(end));
      expect(await outside()).toEqual([undefined, [], [], [], 0]);
      expect(await look(store, (drawer) => drawer.connector(con))).toEqual(deleted);

      clock.moveTo(end);
      expect(await outside()).toEqual([undefined, [], [], [], 0]);
      expect(await look(store, (drawer) => drawer.connector(con))).toBeUndefined();
    });

    test('is taken away by a record without it: a restored connector lives on', async () => {
      const { store, clock } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(deleted);
      });

      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector());
      });

      clock.moveTo(end);
      expect(await store.connector(acme, con)).toEqual(sampleConnector());
      expect(await store.connectors(acme, { limit: 10 })).toEqual([sampleConnector()]);
    });

    test('compares moments, however precisely they are written', async () => {
      const { store, clock } = await make();
      await write(store, (drawer) => {
        drawer.putKey(sampleKeyRecord({ expiresAt: '2026-03-09T09:02:00Z' }));
      });

      clock.moveTo(justBefore(end));
      expect(await store.key(acme, key)).toBeDefined();

      clock.moveTo(end);
      expect(await store.key(acme, key)).toBeUndefined();
    });
  });

  describe('counts', () => {
    test('take in the living connectors and the keys that no connector was saved with', async () => {
      const { store, clock } = await make();
      clock.moveTo(savedAt);
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector({ connectorId: sampleId('connector', 1) }));
        drawer.putConnector(sampleConnector({ connectorId: sampleId('connector', 2) }));
        drawer.putConnector({ ...deleted, connectorId: sampleId('connector', 3) });
        drawer.putKey(sampleKeyRecord({ keyId: sampleId('key', 1), expiresAt: end }));
        drawer.putKey(sampleKeyRecord({ keyId: sampleId('key', 2), expiresAt: savedAt }));
        drawer.putKey(sampleKeyRecord({ keyId: sampleId('key', 3), connectorId: con }));
        drawer.putKey(
          sampleKeyRecord({ keyId: sampleId('key', 4), connectorId: con, expiresAt: end }),
        );
      });

      const counts = await look(store, async (drawer) => [
        await drawer.connectorCount(),
        await drawer.pendingKeyCount(),
      ]);

      expect(counts).toEqual([2, 1]);
    });

    test('take in the keys that have an end, of whichever kind, until it comes', async () => {
      const { store, clock } = await make();
      clock.moveTo(savedAt);
      await write(store, (drawer) => {
        drawer.putKey(sampleKeyRecord({ keyId: sampleId('key', 1), expiresAt: end }));
        drawer.putKey(sampleKeyRecord({ keyId: sampleId('key', 2), expiresAt: savedAt }));
        drawer.putKey(sampleKeyRecord({ keyId: sampleId('key', 3), connectorId: con }));
        for (const keyId of [sampleId('key', 4), sampleId('key', 5)])
          drawer.putKey(sampleKeyRecord({ keyId, connectorId: con, expiresAt: end }));
      });
      await write(store, (drawer) => {
        drawer.putKey(sampleKeyRecord({ keyId: sampleId('key', 5), connectorId: con }));
      });
      const count = async (workspace = acme) =>
        look(store, async (drawer) => drawer.endingKeyCount(), workspace);

      expect([await count(), await count(globex)]).toEqual([2, 0]);
      clock.moveTo(justBefore(end));
      expect(await count()).toBe(2);
      clock.moveTo(end);
      expect(await count()).toBe(0);
    });
  });
}
