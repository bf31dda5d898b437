import { describe, expect, test } from 'vitest';
import type { HealthState } from '../../../shared/schemas/health.ts';
import type { ConnectorRecord } from '../../../shared/schemas/records.ts';
import {
  acme,
  globex,
  sampleConnector,
  sampleId,
  savedAt,
  validatedAt,
} from '../../support/sample-records.ts';
import { type MakeStore, write } from './store-under-test.ts';

const hour = (n: number) => `2026-03-02T${String(n).padStart(2, '0')}:00:00.000Z`;
const noon = new Date(hour(12));

function connector(n: number, state: HealthState, more: Partial<ConnectorRecord> = {}) {
  const health = { state, since: hour(n), checkedAt: validatedAt };
  return sampleConnector({ connectorId: sampleId('connector', n), health, ...more });
}

export function fleetContract(make: MakeStore): void {
  describe('the health of the fleet', () => {
    test('is nothing where nothing is', async () => {
      const { store } = await make();

      expect(await store.fleetHealth(noon)).toEqual({
        healthy: 0,
        degraded: 0,
        broken: 0,
        unknown: 0,
        paused: 0,
        due: 0,
      });
    });

    test('counts the living of all workspaces, and what is due', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(connector(1, 'healthy', { nextCheckAt: hour(13) }));
        drawer.putConnector(connector(2, 'unknown', { nextCheckAt: hour(11) }));
        drawer.putConnector(connector(3, 'broken', { nextCheckAt: hour(12) }));
        drawer.putConnector(connector(4, 'unknown', { deletedAt: savedAt, nextCheckAt: hour(10) }));
      });
      await write(
        store,
        (drawer) => {
          drawer.putConnector(connector(1, 'healthy', { nextCheckAt: hour(13) }));
          drawer.putConnector(connector(5, 'unknown', { nextCheckAt: hour(14) }));
        },
        globex,
      );

      expect(await store.fleetHealth(noon)).toEqual({
        healthy: 2,
        degraded: 0,
        broken: 1,
        unknown: 2,
        paused: 0,
        oldestUnknownSince: hour(2),
        due: 3,
        oldestDueAt: hour(10),
      });
    });

    test('tells since when one has been unknown of those alone that are looked at', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(connector(1, 'unknown', { paused: true }));
      });
      const paused = await store.fleetHealth(noon);
      await write(store, (drawer) => {
        drawer.putConnector(connector(2, 'unknown'));
      });

      expect(paused).not.toHaveProperty('oldestUnknownSince');
      expect((await store.fleetHealth(noon)).oldestUnknownSince).toBe(hour(2));
      expect((await store.healthSummary(acme)).oldestUnknownSince).toBe(hour(2));
    });
  });
}
