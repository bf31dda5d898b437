import { describe, expect, test } from 'vitest';
import type { ConnectorQuery, ConnectorStore } from '../../../shared/ports/connector-store.ts';
import type { HealthState } from '../../../shared/schemas/health.ts';
import type { ConnectorRecord } from '../../../shared/schemas/records.ts';
import {
  acme,
  sampleConnector,
  sampleId,
  savedAt,
  validatedAt,
} from '../../support/sample-records.ts';
import { type MakeStore, write } from './store-under-test.ts';

export function pagesContract(make: MakeStore): void {
  describe('the summary of health', () => {
    test('counts the living of one workspace, and tells since when one has been unknown', async () => {
      const { store } = await make();
      const of = (n: number, state: HealthState, hour: number) => ({
        ...made(n),
        health: { ...made(n).health, state, since: `2026-03-02T0${String(hour)}:00:00.000Z` },
      });
      expect(await store.healthSummary(acme)).toEqual({
        healthy: 0,
        degraded: 0,
        broken: 0,
        unknown: 0,
        paused: 0,
      });
      await put(store, [
        of(1, 'healthy', 1),
        of(2, 'unknown', 5),
        of(3, 'unknown', 4),
        of(4, 'broken', 2),
      ]);
      await put(store, [{ ...of(5, 'unknown', 3), deletedAt: savedAt }]);
      await put(store, [{ ...of(6, 'unknown', 1), paused: true }]);
      await put(store, [of(4, 'degraded', 6)]);

      expect(await store.healthSummary(acme)).toEqual({
        healthy: 1,
        degraded: 1,
        broken: 0,
        unknown: 2,
        paused: 1,
        oldestUnknownSince: '2026-03-02T04:00:00.000Z',
      });
      expect(await store.healthSummary('globex')).toEqual({
        healthy: 0,
        degraded: 0,
        broken: 0,
        unknown: 0,
        paused: 0,
      });
    });
  });

  describe('pages of connectors', () => {
    test('come newest first, whole', async () => {
      const { store } = await make();
      await put(store, [made(2), made(3), made(1)]);

      const page = await store.connectors(acme, { limit: 10 });

      expect(page).toEqual([made(3), made(2), made(1)]);
    });

    test('follow each other without a gap or a repeat while connectors are added', async () => {
      const { store } = await make();
      await put(store, range(1, 10).map(made));

      const pages: number[][] = [];
      let after: ConnectorQuery['after'];
      for (let added = 11; pages.length < 4; added += 1) {
        const page = await store.connectors(acme, { limit: 3, after });
        pages.push(page.map(numberOf));
        after = page.at(-1);
        await put(store, [made(added)]);
      }

      expect(pages).toEqual([[10, 9, 8], [7, 6, 5], [4, 3, 2], [1]]);
    });

    test('follow each other without a gap or a repeat where many were made in one moment', async () => {
      const { store } = await make();
      const twins = range(1, 7).map((n) => ({ ...made(n), createdAt: savedAt }));
      await put(store, twins);

      const numbers = await readThrough(store, { limit: 2 });

      expect(numbers).toEqual([7, 6, 5, 4, 3, 2, 1]);
    });

    test('go on where the connector at their end is gone', async () => {
      const { store } = await make();
      await put(store, range(1, 4).map(made));
      const [, last] = await store.connectors(acme, { limit: 2 });
      await put(store, [{ ...made(3), deletedAt: savedAt, expiresAt: '2026-03-09T09:02:00.000Z' }]);

      const page = await store.connectors(acme, { limit: 2, after: last });

      expect(page.map(numberOf)).toEqual([2, 1]);
    });

    test('end with an empty page', async () => {
      const { store } = await make();
      await put(store, [made(1)]);

      expect(await store.connectors(acme, { limit: 10, after: made(1) })).toEqual([]);
    });

    test('of one health hold that alone, over all pages', async () => {
      const { store } = await make();
      const states: HealthState[] = ['healthy', 'broken', 'degraded', 'unknown'];
      await put(
        store,
        range(1, 12).map((n) => inHealth(made(n), states[n % 4])),
      );

      const broken = await readThrough(store, { limit: 2, health: 'broken' });

      expect(broken).toEqual([9, 5, 1]);
    });

    test('hold what is paused apart from every health, until it is resumed', async () => {
      const { store } = await make();
      const broken = inHealth(made(1), 'broken');
      await put(store, [{ ...broken, paused: true }, inHealth(made(2), 'broken')]);

      expect(await readThrough(store, { limit: 2, health: 'broken' })).toEqual([2]);
      expect(await readThrough(store, { limit: 2, health: 'paused' })).toEqual([1]);

      await put(store, [broken]);
      expect(await readThrough(store, { limit: 2, health: 'broken' })).toEqual([2, 1]);
      expect(await readThrough(store, { limit: 2, health: 'paused' })).toEqual([]);
    });

    test('of one health follow a change of health', async () => {
      const { store } = await make();
      await put(store, [inHealth(made(1), 'healthy')]);
      await put(store, [inHealth(made(1), 'broken')]);

      expect(await store.connectors(acme, { limit: 10, health: 'healthy' })).toEqual([]);
      expect(await store.connectors(acme, { limit: 10, health: 'broken' })).toHaveLength(1);
    });
  });
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** The n-th, made in the n-th minute. */
function made(n: number): ConnectorRecord {
  const createdAt = new Date(Date.parse(savedAt) + n * 60_000).toISOString();
  return sampleConnector({ connectorId: sampleId('connector', n), createdAt });
}

function inHealth(record: ConnectorRecord, state: HealthState = 'unknown'): ConnectorRecord {
  return { ...record, health: { state, since: validatedAt, checkedAt: validatedAt } };
}

const numberOf = ({ connectorId }: ConnectorRecord) => Number(connectorId.slice(4));

async function put(store: ConnectorStore, records: ConnectorRecord[]): Promise<void> {
  await write(store, (drawer) => {
    for (const record of records) drawer.putConnector(record);
  });
}

async function readThrough(store: ConnectorStore, query: ConnectorQuery): Promise<number[]> {
  const page = await store.connectors(acme, query);
  const after = page.at(-1);
  if (!after) return [];
  return [...page.map(numberOf), ...(await readThrough(store, { ...query, after }))];
}
