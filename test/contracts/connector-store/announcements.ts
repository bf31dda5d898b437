import { describe, expect, test } from 'vitest';
import { sampleDriftEvent, sampleEvent } from '../../support/sample-events.ts';
import {
  acme,
  globex,
  sampleChange,
  sampleConnector,
  sampleId,
} from '../../support/sample-records.ts';
import { justBefore } from '../movable-clock.ts';
import { put } from './put-announcements.ts';
import { type MakeStore, write } from './store-under-test.ts';

const con = sampleId('connector');
const minute = (n: number) => `2026-03-02T10:${String(n).padStart(2, '0')}:00.000Z`;
const ours = (n: number, at: string) => sampleEvent(n, {}, at);
const theirs = (n: number, at: string) => sampleEvent(n, { workspace: globex }, at);
const all = { limit: 10, before: new Date('2036-03-02T10:00:00.000Z') };

export function announcementsContract(make: MakeStore): void {
  describe('announcements', () => {
    test('wait, those of all workspaces, the oldest first', async () => {
      const { store } = await make();
      await put(store, acme, ours(1, minute(5)), ours(2, minute(1)));
      await put(store, globex, theirs(1, minute(3)));

      expect(await store.announcements(all)).toEqual([
        ours(2, minute(1)),
        theirs(1, minute(3)),
        ours(1, minute(5)),
      ]);
      expect(await store.announcements({ ...all, limit: 2 })).toEqual([
        ours(2, minute(1)),
        theirs(1, minute(3)),
      ]);
    });

    test('are of health and of drift, in one line', async () => {
      const { store } = await make();
      const drift = sampleDriftEvent(3, {}, minute(1));
      await put(store, acme, ours(1, minute(2)), drift);

      expect(await store.announcements(all)).toEqual([drift, ours(1, minute(2))]);
      await store.announced(drift);

      expect(await store.announcements(all)).toEqual([ours(1, minute(2))]);
    });

    test('are those alone that were put before a moment', async () => {
      const { store } = await make();
      await put(store, acme, ours(1, minute(1)), ours(2, minute(2)));

      const until = async (before: Date) => store.announcements({ limit: 10, before });

      expect(await until(new Date(minute(2)))).toEqual([ours(1, minute(1))]);
      expect(await until(justBefore(minute(1)))).toEqual([]);
    });

    test('wait until they are taken out, and can be taken out twice', async () => {
      const { store } = await make();
      await put(store, acme, ours(1, minute(1)), ours(2, minute(2)));
      expect(await store.announcements(all)).toHaveLength(2);

      await store.announced(ours(1, minute(1)));
      await store.announced(ours(1, minute(1)));

      expect(await store.announcements(all)).toEqual([ours(2, minute(2))]);
    });

    test('of one id in two workspaces do not touch', async () => {
      const { store } = await make();
      await put(store, acme, ours(1, minute(1)));
      await put(store, globex, theirs(1, minute(1)));

      await store.announced(theirs(1, minute(1)));

      expect(await store.announcements(all)).toEqual([ours(1, minute(1))]);
    });

    test('outlive a year in which nobody took them', async () => {
      const { store, clock } = await make();
      await put(store, acme, ours(1, minute(1)));

      clock.moveTo('2027-06-01T00:00:00.000Z');

      expect(await store.announcements(all)).toEqual([ours(1, minute(1))]);
    });

    test('are written with what they tell', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector());
        drawer.addAnnouncement(ours(1, minute(1)));
      });

      expect(await store.connector(acme, con)).toEqual(sampleConnector());
      expect(await store.announcements(all)).toEqual([ours(1, minute(1))]);
    });

    test('are not there where their transaction was undone', async () => {
      const { store } = await make();
      const refusal = new Error('The connector was deleted meanwhile.');

      const undone = store.transaction(acme, async (drawer) => {
        drawer.addAnnouncement(ours(1, minute(1)));
        throw refusal;
      });

      await expect(undone).rejects.toBe(refusal);
      expect(await store.announcements(all)).toEqual([]);
    });

    test('are not there where another part of their transaction could not be written', async () => {
      const { store } = await make();
      const later = new Date(minute(59));
      await write(store, (drawer) => {
        drawer.addChange(con, sampleChange(), later);
      });

      const undone = write(store, (drawer) => {
        drawer.addAnnouncement(ours(1, minute(1)));
        drawer.addChange(con, sampleChange(), later);
      });

      await expect(undone).rejects.toThrow();
      expect(await store.announcements(all)).toEqual([]);
    });

    test('cannot be rewritten', async () => {
      const { store } = await make();
      await put(store, acme, ours(1, minute(1)));

      await expect(put(store, acme, ours(1, minute(9)))).rejects.toThrow();
      expect(await store.announcements(all)).toEqual([ours(1, minute(1))]);
    });

    test('of another workspace, or such as nobody could read, are refused before they are written', async () => {
      const { store } = await make();
      const endless = sampleEvent(1, { detail: 'x'.repeat(10_000) });

      await expect(put(store, acme, theirs(1, minute(1)))).rejects.toThrow();
      await expect(put(store, acme, endless)).rejects.toThrow();
      expect(await store.announcements(all)).toEqual([]);
    });

    test('tell what the event was when it was put', async () => {
      const { store } = await make();
      const event = ours(1, minute(1));

      await write(store, (drawer) => {
        drawer.addAnnouncement(event);
        event.data.name = 'Renamed too late';
      });

      expect(await store.announcements(all)).toEqual([ours(1, minute(1))]);
    });
  });
}
