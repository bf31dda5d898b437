import { describe, expect, test } from 'vitest';
import type { ConnectorRecord } from '../../../shared/schemas/records.ts';
import type { Report } from '../../../shared/schemas/report.ts';
import { acme, globex, sampleConnector, sampleId, savedAt } from '../../support/sample-records.ts';
import { type MakeStore, write } from './store-under-test.ts';

const minute = (n: number) => `2026-03-02T10:${String(n).padStart(2, '0')}:00.000Z`;
const connector = (n: number, overrides: Partial<ConnectorRecord> = {}) =>
  sampleConnector({ connectorId: sampleId('connector', n), ...overrides });
const due = (workspace: string, n: number, nextCheckAt: string) => ({
  workspace,
  connectorId: sampleId('connector', n),
  nextCheckAt,
});

export function dueContract(make: MakeStore): void {
  describe('checks that are due', () => {
    test('are found in every workspace, the longest due first', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(connector(1, { nextCheckAt: minute(5) }));
        drawer.putConnector(connector(2, { nextCheckAt: minute(1) }));
        drawer.putConnector(connector(3, { nextCheckAt: minute(9) }));
      });
      await write(
        store,
        (drawer) => {
          drawer.putConnector(connector(1, { nextCheckAt: minute(3) }));
        },
        globex,
      );

      expect(await store.due({ at: new Date(minute(5)), limit: 10 })).toEqual([
        due(acme, 2, minute(1)),
        due(globex, 1, minute(3)),
        due(acme, 1, minute(5)),
      ]);
    });

    test('are found beside one whose report cannot be read, and so is that one', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(connector(1, { nextCheckAt: minute(1), latestReport: {} as Report }));
        drawer.putConnector(connector(2, { nextCheckAt: minute(2) }));
      });

      expect(await store.due({ at: new Date(minute(5)), limit: 10 })).toEqual([
        due(acme, 1, minute(1)),
        due(acme, 2, minute(2)),
      ]);
      const { fingerprint } = connector(1).key;
      expect(await store.connectorsOfKey(acme, fingerprint)).toHaveLength(2);
    });

    test('come a page at a time, each once, also where many are due at the same moment', async () => {
      const { store } = await make();
      for (const workspace of [globex, acme]) {
        await write(
          store,
          (drawer) => {
            for (let n = 1; n <= 3; n += 1)
              drawer.putConnector(connector(n, { nextCheckAt: minute(1) }));
          },
          workspace,
        );
      }

      const found = [];
      for (let after = undefined; ; after = found.at(-1)) {
        const page = await store.due({ at: new Date(minute(1)), limit: 2, after });
        found.push(...page);
        if (page.length < 2) break;
      }

      expect(found).toEqual(
        [acme, globex].flatMap((workspace) => [1, 2, 3].map((n) => due(workspace, n, minute(1)))),
      );
    });

    test('are those of paused and deleted connectors, too, whose secrets are to be looked after', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(connector(1, { nextCheckAt: minute(1), paused: true }));
        drawer.putConnector(connector(2, { nextCheckAt: minute(2), deletedAt: savedAt }));
      });

      expect(await store.due({ at: new Date(minute(5)), limit: 10 })).toEqual([
        due(acme, 1, minute(1)),
        due(acme, 2, minute(2)),
      ]);
    });

    test('are not those that were looked at, or that nothing is left to do for', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(connector(1, { nextCheckAt: minute(1), deletedAt: savedAt }));
        drawer.putConnector(connector(2, { nextCheckAt: minute(1) }));
        drawer.putConnector(connector(3, { paused: true }));
      });
      await write(store, (drawer) => {
        drawer.putConnector(connector(1, { deletedAt: savedAt }));
        drawer.putConnector(connector(2, { nextCheckAt: minute(30) }));
      });

      expect(await store.due({ at: new Date(minute(5)), limit: 10 })).toEqual([]);
    });
  });
}
