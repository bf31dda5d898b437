import { describe, expect, test } from 'vitest';
import { dayMs } from '../../support/drifting-connector.ts';
import type { DriftStage } from './stage.ts';

export function whatIsTold({ save, said, fault, mend }: DriftStage): void {
  describe('what is told of drift', () => {
    const view = {
      kind: 'VIEW' as const,
      view: {
        query:
          "SELECT id, CONCAT(CAST(id AS STRING), '@example.com') AS email FROM UNNEST(GENERATE_ARRAY(1, 1000)) AS id",
      },
    };

    test('is dropped without a word when it is gone, and not told again when it comes and goes', async () => {
      const { check, replaceTable, drift, changes, advance } = await save();
      for (const changed of [view, {}, view, {}]) {
        replaceTable(changed);
        await check();
        advance(60 * 60_000);
      }

      expect(said()).toEqual([['drift', 'table-kind: a view']]);
      expect(await drift()).toEqual([]);
      expect(await changes()).toEqual([
        expect.stringMatching(/^No longer so: /),
        expect.stringMatching(/^No longer so: /),
        expect.stringMatching(/is a view now\.$/),
      ]);
      advance(dayMs);
      replaceTable(view);
      await check();
      expect(said()).toHaveLength(2);
    });

    test('waits while nobody knows whether the connector works, and is not forgotten', async () => {
      const { check, replaceTable, drift, replaceDataset } = await save();
      replaceDataset({ defaultTableExpirationMs: dayMs });
      await fault({ operation: 'jobs.query', status: 503 });

      await check();
      expect(said()).toEqual([]);
      expect(await drift()).toMatchObject([{ aspect: 'dataset-default-expiration' }]);
      await mend();
      await fault({ operation: 'datasets.get', status: 503 });
      replaceTable(view);
      await check();
      expect((await drift()).map(({ aspect }) => aspect).toSorted()).toEqual([
        'dataset-default-expiration',
        'table-kind',
      ]);
      await mend();
      await check();

      expect(said()).toEqual([
        ['drift', 'table-kind: a view', 'dataset-default-expiration: 24 hours'],
      ]);
    });

    test('is compared with what was saved last; a roll-back compares with what was saved before', async () => {
      const { check, replaceTable, rotate, rollBack, drift, advance } = await save();
      replaceTable(view);
      await check();
      expect(await drift()).toHaveLength(1);

      expect((await rotate()).status).toBe(200);
      expect(await drift()).toEqual([]);
      advance(5 * 60_000);
      await check();
      expect(await drift()).toEqual([]);
      expect((await rollBack()).status).toBe(200);
      await check();

      expect(await drift()).toMatchObject([{ aspect: 'table-kind', was: 'a table' }]);
    });

    test('of a connector that was saved before sightings were kept begins with the first that passed', async () => {
      const { check, replaceTable, change, drift } = await save();
      await change({ saved: undefined, shapes: undefined });
      await check();
      expect(await drift()).toEqual([]);

      replaceTable(view);
      await check();

      expect(said()).toEqual([['drift', 'table-kind: a view']]);
    });
  });
}
