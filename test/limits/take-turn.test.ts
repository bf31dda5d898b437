import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { takeTurn, type TurnRule } from '../../shared/limits/take-turn.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import { Problem } from '../../shared/problems/problem.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { movableClock } from '../contracts/movable-clock.ts';

const windowSeconds = 60;
const rule = (more: Partial<TurnRule> = {}): TurnRule => ({
  name: 'uploads',
  limit: 3,
  windowSeconds,
  what: 'upload keys',
  ...more,
});

test('in no span of a minute are there more turns than allowed, and none is refused that fits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(30_000), { maxLength: 25 }), async (pausesMs) => {
      const clock = movableClock('2026-01-01T00:00:00Z');
      const store = localConnectorStore({ database: databaseInMemory(), now: clock.now });
      const taken: number[] = [];
      for (const pause of pausesMs) {
        clock.moveTo(new Date(clock.now().getTime() + pause));
        const at = clock.now().getTime();
        const fits = taken.filter((turn) => turn > at - windowSeconds * 1000).length < 3;
        const refusal = await takeTurn(store, 'acme', rule(), clock.now()).then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(refusal === undefined).toBe(fits);
        if (fits) taken.push(at);
        else await waited(refusal, at);
      }

      /** The time that it names is the time that it takes. */
      async function waited(refusal: unknown, at: number) {
        const { retryAfterSeconds = 0 } = refusal as Problem;
        expect(retryAfterSeconds).toBeGreaterThan(0);
        expect(retryAfterSeconds).toBeLessThanOrEqual(windowSeconds);
        const oldest = taken.find((turn) => turn > at - windowSeconds * 1000) ?? at;
        expect(retryAfterSeconds).toBe(Math.ceil((oldest + windowSeconds * 1000 - at) / 1000) || 1);
        return Promise.resolve();
      }
    }),
    { numRuns: 40 },
  );
});

test('of twenty at once as many get a turn as are allowed', async () => {
  const clock = movableClock('2026-01-01T00:00:00Z');
  const store = localConnectorStore({ database: databaseInMemory(), now: clock.now });
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, async () => takeTurn(store, 'acme', rule(), clock.now())),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});

test('workspaces and names are counted apart, the same subject once', async () => {
  const clock = movableClock('2026-01-01T00:00:00Z');
  const store = localConnectorStore({ database: databaseInMemory(), now: clock.now });
  const take = async (workspace: string, more: Partial<TurnRule> = {}) =>
    takeTurn(store, workspace, rule({ limit: 1, ...more }), clock.now());

  await take('acme', { subject: 'one@example.com' });
  await take('acme', { subject: 'one@example.com' });
  await expect(take('acme', { subject: 'two@example.com' })).rejects.toThrow(Problem);
  await take('acme', { name: 'validations' });
  await take('other', { subject: 'two@example.com' });
});

/** A store that counts who asks it, and how many at once. */
function watchedStore() {
  const clock = movableClock('2026-01-01T00:00:00Z');
  const store = localConnectorStore({ database: databaseInMemory(), now: clock.now });
  const seen = { asked: 0, now: 0, most: 0 };
  const watched: Pick<ConnectorStore, 'transaction'> = {
    async transaction(workspace, work) {
      seen.asked += 1;
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      return store.transaction(workspace, work).finally(() => (seen.now -= 1));
    },
  };
  return { clock, seen, watched };
}

test('a flood asks the store once at a time, and not again while the answer is known', async () => {
  const { clock, seen, watched } = watchedStore();
  const flood = async () =>
    Promise.allSettled(
      Array.from({ length: 20 }, async () => takeTurn(watched, 'acme', rule(), clock.now())),
    );

  const first = await flood();
  clock.moveTo(new Date(clock.now().getTime() + 59_999));
  const second = await flood();
  clock.moveTo(new Date(clock.now().getTime() + 1));
  const third = await flood();

  const through = [first, second, third].map(
    (tries) => tries.filter(({ status }) => status === 'fulfilled').length,
  );
  expect(through).toEqual([3, 0, 3]);
  expect(seen).toEqual({ asked: 8, now: 0, most: 1 });
});

test('who has a turn already has it though no other is left, and a clock that went back asks anew', async () => {
  const { clock, seen, watched } = watchedStore();
  const one = { limit: 1, subject: 'reader@acme-analytics.iam.gserviceaccount.com' };
  await takeTurn(watched, 'acme', rule(one), clock.now());
  await expect(
    takeTurn(watched, 'acme', rule({ ...one, subject: 'other' }), clock.now()),
  ).rejects.toThrow(Problem);
  await takeTurn(watched, 'acme', rule(one), clock.now());

  await takeTurn(watched, 'globex', rule({ limit: 1 }), clock.now());
  const asking = async () => takeTurn(watched, 'globex', rule({ limit: 1 }), clock.now());
  await expect(asking()).rejects.toThrow(Problem);
  const { asked } = seen;
  clock.moveTo(new Date(clock.now().getTime() - 1_000));
  await expect(asking()).rejects.toThrow(Problem);
  expect(seen.asked).toBe(asked + 1);
});
