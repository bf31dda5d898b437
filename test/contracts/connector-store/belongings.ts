import { describe, expect, test } from 'vitest';
import {
  acme,
  globex,
  sampleConnector,
  sampleId,
  sampleKeyRecord,
} from '../../support/sample-records.ts';
import { justBefore } from '../movable-clock.ts';
import { type MakeStore, write } from './store-under-test.ts';

const [con, other] = [sampleId('connector'), sampleId('connector', 2)];
const key = (n: number) => sampleId('key', n);
const end = '2026-03-09T09:02:00.000Z';
const nothing = { keys: [], foldedNames: [] };

export function belongingsContract(make: MakeStore): void {
  describe('what is noted as a connector’s own', () => {
    test('are its keys and names, whether it is there or not, and nobody else’s', async () => {
      const { store } = await make();
      const own = [key(1), key(2)].map((keyId) => sampleKeyRecord({ keyId, connectorId: con }));
      await write(store, (drawer) => {
        for (const record of own) drawer.putKey(record);
        drawer.putKey(sampleKeyRecord({ keyId: key(3), connectorId: other }));
        drawer.putKey(sampleKeyRecord({ keyId: key(4) }));
        drawer.putName('shop data', con);
        drawer.putName('shop data, old', con);
        drawer.putName('newsletter', other);
      });
      await write(
        store,
        (drawer) => {
          drawer.putName('theirs', con);
        },
        globex,
      );

      const found = await store.belongings(acme, con);

      expect(found.keys).toHaveLength(2);
      expect(found.keys).toEqual(expect.arrayContaining(own));
      expect(found.foldedNames.toSorted()).toEqual(['shop data', 'shop data, old']);
      expect(await store.belongings(globex, con)).toEqual({ keys: [], foldedNames: ['theirs'] });
    });

    test('follow what is written: a name that was freed, a key that serves another', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector());
        drawer.putKey(sampleKeyRecord({ connectorId: con }));
        drawer.putName('shop data', con);
      });

      await write(store, (drawer) => {
        drawer.putKey(sampleKeyRecord({ connectorId: other }));
        drawer.freeName('shop data');
      });

      expect(await store.belongings(acme, con)).toEqual(nothing);
    });

    test('are no keys that have expired', async () => {
      const { store, clock } = await make();
      const record = sampleKeyRecord({ connectorId: con, expiresAt: end });
      await write(store, (drawer) => {
        drawer.putKey(record);
      });

      clock.moveTo(justBefore(end));
      expect(await store.belongings(acme, con)).toEqual({ keys: [record], foldedNames: [] });

      clock.moveTo(end);
      expect(await store.belongings(acme, con)).toEqual(nothing);
    });
  });
}
