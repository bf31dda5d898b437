import { describe, expect, test } from 'vitest';
import type { ConnectorStore } from '../../../shared/ports/connector-store.ts';
import {
  acme,
  globex,
  sampleConnector,
  sampleId,
  sampleKeyFacts,
  savedAt,
} from '../../support/sample-records.ts';
import { type MakeStore, write } from './store-under-test.ts';

const con = sampleId('connector');
const expiresAt = '2026-03-09T09:02:00.000Z';
const { fingerprint } = sampleKeyFacts();
const other = sampleKeyFacts({ fingerprint: `sha256:${'0'.repeat(64)}` });

/** So many connectors with the sample key, each made a second after the one before. */
async function connect(store: ConnectorStore, workspace: string, count: number, from = 1) {
  await write(
    store,
    (drawer) => {
      for (let n = from; n < from + count; n += 1) {
        const createdAt = new Date(Date.parse(savedAt) + n * 1000).toISOString();
        const connectorId = sampleId('connector', n);
        drawer.putConnector(sampleConnector({ connectorId, createdAt, name: `mine ${String(n)}` }));
      }
    },
    workspace,
  );
}

export function keyUsesContract(make: MakeStore): void {
  describe('uses of a key', () => {
    test('are those of the workspace, by the fingerprint of the key in use', async () => {
      const { store } = await make();
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector());
        drawer.putConnector(sampleConnector({ connectorId: sampleId('connector', 2), key: other }));
      });
      await connect(store, globex, 1);

      expect(await store.connectorsOfKey(acme, fingerprint)).toEqual([
        { connectorId: con, keyId: sampleId('key'), name: 'Newsletter readers' },
      ]);
    });

    test('THREATS 10: are the same, however many connectors another workspace has with that key', async () => {
      const { store } = await make();
      await connect(store, acme, 10);
      const alone = await store.connectorsOfKey(acme, fingerprint);
      await connect(store, globex, 12, 20);

      expect(alone.map(({ name }) => name)).toEqual(
        Array.from({ length: 10 }, (_, n) => `mine ${String(10 - n)}`),
      );
      expect(await store.connectorsOfKey(acme, fingerprint)).toEqual(alone);
    });

    test('follow a rotation and end with the connector', async () => {
      const { store } = await make();
      const rotated = sampleKeyFacts({ fingerprint: `sha256:${'1'.repeat(64)}` });
      const connectorId = sampleId('connector', 2);
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector());
        drawer.putConnector(sampleConnector({ connectorId, deletedAt: savedAt, expiresAt }));
      });
      await write(store, (drawer) => {
        drawer.putConnector(sampleConnector({ key: rotated }));
      });

      expect(await store.connectorsOfKey(acme, fingerprint)).toEqual([]);
      expect(await store.connectorsOfKey(acme, rotated.fingerprint)).toHaveLength(1);
      expect(await store.keyIsElsewhere(globex, fingerprint)).toBe(false);
    });

    test('are the 10 newest at the most', async () => {
      const { store } = await make();
      await connect(store, acme, 12);

      const uses = await store.connectorsOfKey(acme, fingerprint);
      expect(uses).toHaveLength(10);
      expect(uses.at(-1)?.name).toBe('mine 3');
    });
  });

  describe('a key elsewhere', () => {
    test.each(['aardvark', 'acm', 'acme-2', 'ACME', globex])(
      'is found in the workspace %s, however often it is used in the own',
      async (workspace) => {
        const { store } = await make();
        await connect(store, acme, 11);
        expect(await store.keyIsElsewhere(acme, fingerprint)).toBe(false);

        await connect(store, workspace, 1);

        expect(await store.keyIsElsewhere(acme, fingerprint)).toBe(true);
        expect(await store.keyIsElsewhere(acme, other.fingerprint)).toBe(false);
      },
    );
  });
}
