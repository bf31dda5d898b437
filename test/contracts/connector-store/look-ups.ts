import { describe, expect, test } from 'vitest';
import {
  acme,
  globex,
  sampleConnector,
  sampleId,
  sampleKeyFacts,
  savedAt,
} from '../../support/sample-records.ts';
import { look, type MakeStore, write } from './store-under-test.ts';

const con = sampleId('connector');
const key = sampleId('key');
const expiresAt = '2026-03-09T09:02:00.000Z';
const later = new Date(expiresAt);

export function lookUpsContract(make: MakeStore): void {
  describe('names', () => {
    test('lead to their connector until they are freed', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putName('newsletter readers', con);
      });

      await write(store, (drawer) => {
        drawer.freeName('newsletter readers');
        drawer.putName('shop data', con);
      });

      const owners = await look(store, async (drawer) => [
        await drawer.nameOwner('newsletter readers'),
        await drawer.nameOwner('shop data'),
      ]);
      expect(owners).toEqual([undefined, con]);
    });
  });

  describe('turns', () => {
    test('are kept in their order, each name by itself', async () => {
      const { store } = await make();
      const turns = [{ at: savedAt, subject: 'b' }, { at: savedAt }, { at: savedAt, subject: 'a' }];
      await write(store, (drawer) => {
        drawer.putTurns('accounts', turns, later);
        drawer.putTurns('uploads', [{ at: savedAt }], later);
      });

      expect(await look(store, (drawer) => drawer.turns('accounts'))).toEqual(turns);
      expect(await look(store, (drawer) => drawer.turns('uploads'))).toEqual([{ at: savedAt }]);
    });

    test('are replaced whole', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putTurns('uploads', [{ at: savedAt }, { at: savedAt }], later);
      });

      await write(store, (drawer) => {
        drawer.putTurns('uploads', [{ at: savedAt, subject: 'a' }], later);
      });

      expect(await look(store, (drawer) => drawer.turns('uploads'))).toEqual([
        { at: savedAt, subject: 'a' },
      ]);
    });
  });

  describe('uses of a key', () => {
    test('are found in every workspace, by the fingerprint of the key in use', async () => {
      const { store } = await make();
      const other = sampleKeyFacts({ fingerprint: `sha256:${'0'.repeat(64)}` });
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector());
        drawer.putConnector(sampleConnector({ connectorId: sampleId('connector', 2), key: other }));
      });
      const theirs = sampleConnector({ name: 'Stolen', keyId: sampleId('key', 9) });
      await write(
        store,
        (drawer) => {
          drawer.putConnector(theirs);
        },
        globex,
      );

      const uses = await store.connectorsOfKey(sampleKeyFacts().fingerprint);

      expect(uses).toHaveLength(2);
      expect(uses).toContainEqual({
        workspace: acme,
        connectorId: con,
        keyId: key,
        name: 'Newsletter readers',
      });
      expect(uses).toContainEqual({
        workspace: globex,
        connectorId: con,
        keyId: theirs.keyId,
        name: 'Stolen',
      });
    });

    test('follow a rotation and end with the connector', async () => {
      const { store } = await make();
      const rotated = sampleKeyFacts({ fingerprint: `sha256:${'1'.repeat(64)}` });
      const deleted = sampleConnector({
        connectorId: sampleId('connector', 2),
        deletedAt: savedAt,
        expiresAt,
      });
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector());
        drawer.putConnector(deleted);
      });
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector({ key: rotated }));
      });

      expect(await store.connectorsOfKey(sampleKeyFacts().fingerprint)).toEqual([]);
      expect(await store.connectorsOfKey(rotated.fingerprint)).toHaveLength(1);
    });

    test('are 10 at the most', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        for (let n = 1; n <= 12; n += 1)
          drawer.putConnector(sampleConnector({ connectorId: sampleId('connector', n) }));
      });

      expect(await store.connectorsOfKey(sampleKeyFacts().fingerprint)).toHaveLength(10);
    });
  });
}
