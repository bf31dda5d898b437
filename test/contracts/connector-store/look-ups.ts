import { describe, expect, test } from 'vitest';
import { sampleId, savedAt } from '../../support/sample-records.ts';
import { look, type MakeStore, write } from './store-under-test.ts';

const con = sampleId('connector');
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
}
