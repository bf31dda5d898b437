import { describe, expect, test } from 'vitest';
import type { Change } from '../../../shared/schemas/connector.ts';
import {
  acme,
  globex,
  sampleChange,
  sampleConnector,
  sampleId,
  savedAt,
} from '../../support/sample-records.ts';
import { justBefore } from '../movable-clock.ts';
import { look, type MakeStore, write } from './store-under-test.ts';

const con = sampleId('connector');
const yearsLater = '2036-03-02T09:02:00.000Z';
const end = '2027-04-06T09:02:00.000Z';

export function changesContract(make: MakeStore): void {
  describe('changes', () => {
    test('come newest first, a page at a time, also those of one moment', async () => {
      const { store } = await make();
      const changes = [1, 2, 3, 4, 5].map(changed);
      await write(store, (drawer) => {
        for (const change of changes) drawer.addChange(con, change, new Date(end));
      });

      const first = await store.changes(acme, con, { limit: 2 });
      const second = await store.changes(acme, con, { limit: 2, after: first.at(-1) });
      const third = await store.changes(acme, con, { limit: 2, after: second.at(-1) });

      expect([first, second, third]).toEqual([
        [changed(5), changed(4)],
        [changed(3), changed(2)],
        [changed(1)],
      ]);
    });

    test('are of one connector in one workspace', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.addChange(con, sampleChange(), new Date(end));
      });

      expect(await store.changes(acme, sampleId('connector', 2), { limit: 10 })).toEqual([]);
      expect(await store.changes(globex, con, { limit: 10 })).toEqual([]);
    });

    test('outlive their connector', async () => {
      const { store, clock } = await make();
      const expiresAt = '2026-03-09T09:02:00.000Z';
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector({ deletedAt: savedAt, expiresAt }));
        drawer.addChange(con, sampleChange(), new Date(end));
      });

      clock.moveTo(expiresAt);

      expect(await look(store, (drawer) => drawer.connector(con))).toBeUndefined();
      expect(await store.changes(acme, con, { limit: 10 })).toEqual([sampleChange()]);
    });

    test('are gone, each in the moment at which it expires', async () => {
      const { store, clock } = await make();
      await write(store, (drawer) => {
        drawer.addChange(con, changed(1), new Date(end));
        drawer.addChange(con, changed(2), new Date(yearsLater));
      });

      clock.moveTo(justBefore(end));
      expect(await store.changes(acme, con, { limit: 10 })).toEqual([changed(2), changed(1)]);

      clock.moveTo(end);
      expect(await store.changes(acme, con, { limit: 10 })).toEqual([changed(2)]);
    });

    test('cannot be rewritten', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.addChange(con, sampleChange(), new Date(end));
      });
      const rewritten = sampleChange({ by: 'mallory@globex.example' });

      const rewriting = write(store, (drawer) => {
        drawer.addChange(con, rewritten, new Date(end));
      });

      await expect(rewriting).rejects.toThrow();
      expect(await store.changes(acme, con, { limit: 10 })).toEqual([sampleChange()]);
    });
  });
}

/** The n-th change; two and three happen in one moment. */
function changed(n: number): Change {
  const minute = n === 3 ? 2 : n;
  const at = new Date(Date.parse(savedAt) + minute * 60_000).toISOString();
  return sampleChange({ changeId: sampleId('change', n), at });
}
