import { describe, expect, test } from 'vitest';
import {
  acme,
  sampleChange,
  sampleConnector,
  sampleId,
  sampleKeyRecord,
  sampleValidation,
  savedAt,
} from '../../support/sample-records.ts';
import { look, type MakeStore, write } from './store-under-test.ts';

const con = sampleId('connector');
const later = new Date('2026-03-09T09:02:00.000Z');

export function transactionsContract(make: MakeStore): void {
  describe('a transaction', () => {
    test('answers what its work answers', async () => {
      const { store } = await make();

      expect(await store.transaction(acme, async () => 'done')).toBe('done');
    });

    test('that throws leaves nothing behind, and throws the same', async () => {
      const { store } = await make();
      const refusal = new Error('Ada changed her mind.');

      const transaction = store.transaction(acme, async (drawer) => {
        drawer.putConnector(sampleConnector());
        drawer.putName('newsletter readers', con);
        drawer.putKey(sampleKeyRecord());
        drawer.putValidation(sampleValidation());
        drawer.putTurns('uploads', [{ at: savedAt }], later);
        drawer.addChange(con, sampleChange(), later);
        throw refusal;
      });

      await expect(transaction).rejects.toBe(refusal);
      expect([
        await store.connectors(acme, { limit: 10 }),
        await store.key(acme, sampleId('key')),
        await store.validation(acme, sampleId('validation')),
        await store.changes(acme, con, { limit: 10 }),
        await look(store, (drawer) => drawer.nameOwner('newsletter readers')),
        await look(store, (drawer) => drawer.turns('uploads')),
      ]).toEqual([[], undefined, undefined, [], undefined, []]);
    });

    test('that cannot write all of it writes none of it', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.addChange(con, sampleChange(), later);
      });

      const transaction = write(store, (drawer) => {
        drawer.putConnector(sampleConnector());
        drawer.addChange(con, sampleChange(), later);
      });

      await expect(transaction).rejects.toThrow();
      expect(await store.connector(acme, con)).toBeUndefined();
    });

    test('does not stand in the way of the next one when it throws', async () => {
      const { store } = await make();
      await store.transaction(acme, async () => Promise.reject(new Error('No.'))).catch(String);

      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector());
      });

      expect(await store.connector(acme, con)).toEqual(sampleConnector());
    });

    test('shows nothing to others before it has ended', async () => {
      const { store } = await make();
      const written = gate();
      const looked = gate();
      const transaction = store.transaction(acme, async (drawer) => {
        drawer.putConnector(sampleConnector());
        written.open();
        await looked.opened;
      });
      await written.opened;

      const seen = await store.connector(acme, con);

      looked.open();
      await transaction;
      expect(seen).toBeUndefined();
      expect(await store.connector(acme, con)).toEqual(sampleConnector());
    });

    test('writes what the record was when it was put', async () => {
      const { store } = await make();
      const record = sampleConnector();

      await write(store, (drawer) => {
        drawer.putConnector(record);
        record.name = 'Renamed too late';
      });

      expect(await store.connector(acme, con)).toEqual(sampleConnector());
    });

    test('that reads after it has written is a defect, and writes nothing', async () => {
      const { store } = await make();

      const transaction = store.transaction(acme, async (drawer) => {
        drawer.putConnector(sampleConnector());
        await drawer.connectorCount();
      });

      await expect(transaction).rejects.not.toHaveProperty('code', expect.stringMatching(/-/));
      expect(await store.connector(acme, con)).toBeUndefined();
    });
  });
}

function gate() {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return {
    opened: promise,
    open() {
      resolve(undefined);
    },
  };
}
