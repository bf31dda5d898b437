import { describe, expect, test } from 'vitest';
import { checkConnectors } from '../../functions/check-connectors/check-connectors.ts';
import { localAnnouncer } from '../../shared/adapters/local/local-announcer.ts';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { localTaskQueue } from '../../shared/adapters/local/local-task-queue.ts';
import type { DueConnector } from '../../shared/ports/connector-store.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { acme, sampleConnector, sampleId } from '../support/sample-records.ts';
import { virtualTimer } from '../support/virtual-timer.ts';

const minuteMs = 60_000;

/**
 * So many connectors that are due, and a queue in which each task takes so long to be added, whose first attempts fail, and
 * which remembers a name for a day.
 */
async function due(count: number, addingMs = 0, failures = 0) {
  const timer = virtualTimer();
  const connectors = localConnectorStore({ database: databaseInMemory(), now: timer.now });
  const began = timer.now().getTime() / minuteMs;
  const nextCheckAt = new Date(timer.now().getTime() - minuteMs).toISOString();
  const ids = Array.from({ length: count }, (_, n) => sampleId('connector', n + 1));
  await connectors.transaction(acme, async (drawer) => {
    for (const connectorId of ids)
      drawer.putConnector(sampleConnector({ connectorId, nextCheckAt }));
  });
  const checked: string[] = [];
  const continuations: DueConnector[] = [];
  const attempts: number[] = [];
  const queue = localTaskQueue({
    timer,
    log: () => undefined,
    policy: { rememberedMs: 24 * 60 * minuteMs },
    handlers: {
      checkConnector: async ({ connectorId }) => {
        attempts.push(timer.now().getTime() / minuteMs - began);
        if (attempts.length <= failures) throw new Error('The store is away.');
        checked.push(connectorId);
        await connectors.transaction(acme, async (drawer) => {
          const record = await drawer.connector(connectorId);
          const nextCheckAt = new Date(timer.now().getTime() + 24 * 60 * minuteMs).toISOString();
          if (record) drawer.putConnector({ ...record, nextCheckAt });
        });
      },
      checkConnectors: async ({ after }) => continuations.push(after),
    },
  });
  const ports = {
    connectors,
    announcer: localAnnouncer(),
    now: timer.now,
    queue: {
      ...queue,
      add: async (task: Parameters<typeof queue.add>[0]) => {
        timer.setClock(new Date(timer.now().getTime() + addingMs));
        return queue.add(task);
      },
    },
  };
  return {
    ids,
    pass: async (after?: DueConnector) => checkConnectors({ after }, ports, () => undefined),
    /** A pass a minute. */
    passMinutes: async (minutes: number) => {
      for (let minute = 0; minute < minutes; minute += 1) {
        await checkConnectors({}, ports, () => undefined);
        await timer.pass(minuteMs);
      }
    },
    putOff: async () =>
      connectors.transaction(acme, async (drawer) => {
        const nextCheckAt = new Date(timer.now().getTime() + 365 * 24 * 60 * minuteMs);
        for (const connectorId of ids)
          drawer.putConnector(
            sampleConnector({ connectorId, nextCheckAt: nextCheckAt.toISOString() }),
          );
      }),
    checked,
    /** In minutes since the beginning. */
    attempts,
    /** What the queue had done, each time in the order of their ids. */
    done: async () => {
      for (let second = 0; second < 60; second += 1) await timer.pass(1_000);
      return { checked: checked.splice(0).toSorted(), continuations: continuations.splice(0) };
    },
  };
}

describe('a pass', () => {
  test('puts a task for each that is due, whatever the pages', async () => {
    const { pass, ids, done } = await due(401);

    expect(await pass()).toEqual({ added: 401, known: 0, announced: 0, continued: false });
    expect((await done()).checked).toEqual(ids);
  });

  test('twice at once puts one task for each, and tells of the others that they are known', async () => {
    const { pass, ids, done } = await due(30);

    const passed = await Promise.all([pass(), pass()]);

    expect(passed.reduce((sum, { added }) => sum + added, 0)).toBe(30);
    expect(passed.reduce((sum, { known }) => sum + known, 0)).toBe(30);
    expect((await done()).checked).toEqual(ids);
  });

  test('over a slow queue ends in time, within a page, and goes on where it was left', async () => {
    const { pass, ids, done } = await due(125, 550); // fifty take 27.5 s

    const first = await pass();
    const { checked, continuations } = await done();
    const [after] = continuations;
    const second = await pass(after);
    const [afterThat] = (await done()).continuations;
    const last = await pass(afterThat);

    expect([first, second, last].map(({ added, continued }) => [added, continued])).toEqual([
      [50, true],
      [50, true],
      [25, false],
    ]);
    expect(checked).toEqual(ids.slice(0, 50));
    expect(continuations.map(({ connectorId }) => connectorId)).toEqual([ids[49]]);
    expect((await done()).checked).toEqual(ids.slice(100));
  });

  test('that ends late with nothing left asks nobody to go on', async () => {
    const { pass, done } = await due(20, 2_000);

    expect(await pass()).toMatchObject({ added: 20, continued: false });
    expect((await done()).continuations).toEqual([]);
  });
});

describe('a check whose every attempt failed', () => {
  test('is tried anew within the hour, however long the queue remembers its name', async () => {
    const { passMinutes, checked, attempts, ids } = await due(1, 0, 7);
    await passMinutes(200);
    expect(checked).toEqual(ids);
    expect(attempts.map(Math.floor)).toEqual([0, 0, 0, 1, 2, 59, 59, 59]);
  });

  test('is asked for no more once it was made', async () => {
    const { passMinutes, attempts } = await due(1);
    await passMinutes(200);
    expect(attempts).toHaveLength(1);
  });

  test('and one that a wrong clock put off by a year is tried anew as well', async () => {
    const { passMinutes, checked, ids, putOff } = await due(1, 0, 5);
    await putOff();
    await passMinutes(70);
    expect(new Set(checked)).toEqual(new Set(ids));
  });
});
