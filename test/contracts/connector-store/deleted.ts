import { describe, expect, test } from 'vitest';
import type { DeletedQuery } from '../../../shared/ports/connector-store.ts';
import type { ConnectorRecord } from '../../../shared/schemas/records.ts';
import { acme, globex, sampleConnector, sampleId, savedAt } from '../../support/sample-records.ts';
import { justBefore } from '../movable-clock.ts';
import { type MakeStore, write } from './store-under-test.ts';

const lastDay = '2026-03-09T09:02:00.000Z';

export function deletedContract(make: MakeStore): void {
  describe('what was deleted', () => {
    test('comes last deleted first, a page at a time, and none of another workspace', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        for (const record of [deleted(1, 2), deleted(2, 4), deleted(3, 1), deleted(4, 3)])
          drawer.putConnector(record);
        drawer.putConnector(sampleConnector({ connectorId: sampleId('connector', 5) }));
      });
      await write(
        store,
        (drawer) => {
          drawer.putConnector(deleted(6, 5));
        },
        globex,
      );

      const first = await store.deletedConnectors(acme, { limit: 3 });
      const second = await store.deletedConnectors(acme, { limit: 3, after: endOf(first) });

      expect(first).toEqual([deleted(2, 4), deleted(4, 3), deleted(1, 2)]);
      expect(second).toEqual([deleted(3, 1)]);
    });

    test('follows each other without a gap where much was deleted in one moment', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        for (const number of [1, 2, 3]) drawer.putConnector(deleted(number, 1));
      });

      const first = await store.deletedConnectors(acme, { limit: 2 });
      const second = await store.deletedConnectors(acme, { limit: 2, after: endOf(first) });

      expect([...first, ...second]).toEqual([deleted(3, 1), deleted(2, 1), deleted(1, 1)]);
    });

    test('is gone in the moment at which it expires, or when it lives again', async () => {
      const { store, clock } = await make();
      const record = { ...deleted(1, 1), expiresAt: lastDay };
      await write(store, (drawer) => {
        drawer.putConnector(record);
      });

      clock.moveTo(justBefore(lastDay));
      expect(await store.deletedConnectors(acme, { limit: 2 })).toEqual([record]);
      clock.moveTo(lastDay);
      expect(await store.deletedConnectors(acme, { limit: 2 })).toEqual([]);

      clock.moveTo(justBefore(lastDay));
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector());
      });
      expect(await store.deletedConnectors(acme, { limit: 2 })).toEqual([]);
    });
  });
}

/** The n-th, deleted in that hour. */
function deleted(n: number, hour: number): ConnectorRecord {
  const deletedAt = new Date(Date.parse(savedAt) + hour * 3_600_000).toISOString();
  const expiresAt = new Date(Date.parse(deletedAt) + 7 * 86_400_000).toISOString();
  return sampleConnector({ connectorId: sampleId('connector', n), deletedAt, expiresAt });
}

function endOf(page: ConnectorRecord[]): DeletedQuery['after'] {
  const last = page.at(-1);
  return last && { connectorId: last.connectorId, expiresAt: last.expiresAt ?? '' };
}
