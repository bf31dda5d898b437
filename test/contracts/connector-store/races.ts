import { describe, expect, test } from 'vitest';
import type { ConnectorStore, Drawer } from '../../../shared/ports/connector-store.ts';
import { Problem } from '../../../shared/problems/problem.ts';
import {
  acme,
  sampleChange,
  sampleConnector,
  sampleId,
  sampleKeyRecord,
  savedAt,
} from '../../support/sample-records.ts';
import { look, type MakeStore, write } from './store-under-test.ts';

const con = sampleId('connector');
const later = new Date('2026-03-09T09:02:00.000Z');
const contestants = Array.from({ length: 20 }, (_, index) => index + 1);

/** The work of a transaction may run more than once, so nothing here is counted on runs, only on what came of them. */
export function racesContract(make: MakeStore): void {
  describe('20 transactions at once', () => {
    test('that claim one name have one winner', async () => {
      const { store } = await make();

      const { winners, losers } = await race(store, async (drawer, n) => {
        const owner = await drawer.nameOwner('newsletter readers');
        if (owner) throw new Problem('connector-name-taken', 'Choose another name.');
        const connectorId = sampleId('connector', n);
        drawer.putName('newsletter readers', connectorId);
        drawer.putConnector(sampleConnector({ connectorId }));
        return connectorId;
      });

      expect(losers).toEqual(Array.from({ length: 19 }, () => 'connector-name-taken'));
      const kept = await store.connectors(acme, { limit: 20 });
      expect(kept.map(({ connectorId }) => connectorId)).toEqual(winners);
      expect([await look(store, (drawer) => drawer.nameOwner('newsletter readers'))]).toEqual(
        winners,
      );
    });

    test('that edit one edition have one winner', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector());
      });

      const { winners, losers } = await race(store, async (drawer, n) => {
        const record = await drawer.connector(con);
        if (record?.etag !== sampleConnector().etag)
          throw new Problem('etag-stale', 'Read it again.');
        drawer.putConnector({
          ...record,
          name: `Edited by ${String(n)}`,
          etag: `etag-${String(n)}`,
        });
        drawer.addChange(con, sampleChange({ changeId: sampleId('change', n) }), later);
        return `Edited by ${String(n)}`;
      });

      expect(losers).toEqual(Array.from({ length: 19 }, () => 'etag-stale'));
      expect([(await store.connector(acme, con))?.name]).toEqual(winners);
      expect(await store.changes(acme, con, { limit: 20 })).toHaveLength(1);
    });

    test('that each take a turn are all counted', async () => {
      const { store } = await make();

      await race(store, async (drawer, n) => {
        const turns = await drawer.turns('uploads');
        drawer.putTurns('uploads', [...turns, { at: savedAt, subject: String(n) }], later);
      });

      const turns = await look(store, (drawer) => drawer.turns('uploads'));
      const subjects = turns.map(({ subject }) => Number(subject)).sort((a, b) => a - b);
      expect(subjects).toEqual(contestants);
    });

    test('that all find room under a cap do not pass it', async () => {
      const { store } = await make();

      await race(store, async (drawer, n) => {
        const isFull = (await drawer.connectorCount()) + (await drawer.pendingKeyCount()) >= 6;
        if (isFull) throw new Problem('connector-cap-reached', 'Delete one.');
        if (n % 2) drawer.putConnector(sampleConnector({ connectorId: sampleId('connector', n) }));
        else drawer.putKey(sampleKeyRecord({ keyId: sampleId('key', n) }));
      });

      const counts = await look(store, async (drawer) => [
        await drawer.connectorCount(),
        await drawer.pendingKeyCount(),
      ]);
      expect(counts.reduce((sum, count) => sum + count)).toBe(6);
    });

    test('that rename never show a connector without its name', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector({ name: 'name 0' }));
        drawer.putName('name 0', con);
      });

      const { winners: owners } = await race(store, async (drawer, n) => {
        const record = await drawer.connector(con);
        const owner = record && (await drawer.nameOwner(record.name));
        if (n % 2 && record) {
          drawer.freeName(record.name);
          drawer.putConnector({ ...record, name: `name ${String(n)}` });
          drawer.putName(`name ${String(n)}`, con);
        }
        return owner;
      });

      expect(owners).toEqual(contestants.map(() => con));
    });
  });
}

async function race<T>(store: ConnectorStore, work: (drawer: Drawer, n: number) => Promise<T>) {
  const runs = contestants.map((n) => store.transaction(acme, (drawer) => work(drawer, n)));
  const settled = await Promise.allSettled(runs);
  return {
    winners: settled.flatMap((run) => (run.status === 'fulfilled' ? [run.value] : [])),
    losers: settled.flatMap((run) => (run.status === 'rejected' ? [codeOf(run.reason)] : [])),
  };
}

function codeOf(reason: unknown): string {
  return reason instanceof Problem ? reason.code : String(reason);
}
