import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acme } from '../../support/sample-records.ts';
import { disagreements, lingering } from './disagreements.ts';
import { type Accident, Ended, unreliableVault } from './unreliable-vault.ts';
import { lookAtAllDue, refusalsAside, type Workshop, workshop } from './workshop.ts';

const [minuteMs, dayMs] = [60_000, 86_400_000];
const names = ['Shop data', 'shop DATA', 'Newsletter'];

/** How often each is done beside the others. */
const kinds = {
  save: 1,
  rename: 1,
  pause: 3,
  resume: 1,
  rotate: 4,
  'return-by-validation': 1,
  'roll-back': 2,
  delete: 3,
  restore: 2,
  look: 1,
  'some-time-passes': 4,
};

interface Step {
  kind: keyof typeof kinds;
  /** Which of the connectors that were ever saved, and which of the names. */
  whose: number;
  accident: Accident | 'none';
  /** At which of its words to the vault. */
  at: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    ...Object.entries(kinds).map(([kind, weight]) => ({
      weight,
      arbitrary: fc.constant(kind as keyof typeof kinds),
    })),
  ),
  whose: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(5) }),
  accident: fc.constantFrom('none', 'ended-before', 'ended-after', 'delayed'),
  at: fc.nat({ max: 2 }),
});
const begun: Step = { kind: 'save', whose: 0, accident: 'none', at: 0 };

describe('whatever was done to connectors, in whatever order, and whoever was ended or late', () => {
  test('records, names and keys agree once everything was looked at', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const shop = workshop(':memory:', '2026-03-02T00:00:00.000Z');
        try {
          await run(shop, [begun, ...steps]);
          for (const ms of [5 * minuteMs, dayMs, dayMs]) {
            shop.pass(ms);
            await lookAtAllDue(shop);
          }
          expect(disagreements(shop.database.sql, shop.clock.now())).toEqual([]);
          expect(lingering(shop.database.sql, shop.clock.now())).toEqual([]);
        } finally {
          shop.database.close();
        }
      }),
      { numRuns: 120 },
    );
  });
});

/** A step a second, so that whoever is late comes within the minute that a function has. */
async function run(shop: Workshop, steps: Step[]): Promise<void> {
  const saved: string[] = [];
  const late: (() => void)[] = [];
  const ends: Promise<void>[] = [];
  const letAllEnd = async () => {
    for (const release of late.splice(0)) release();
    await Promise.all(ends.splice(0));
  };
  for (const { kind, whose, accident, at } of steps) {
    shop.pass(1000);
    if (kind === 'some-time-passes') {
      await letAllEnd();
      shop.pass((whose + 1) * 3 * minuteMs);
      await lookAtAllDue(shop);
      continue;
    }
    const hands =
      accident === 'none'
        ? { keys: shop.vault, release: () => undefined }
        : unreliableVault(shop.vault, { accident, at });
    late.push(hands.release);
    const work = act(shop, kind, hands.keys, whose, saved).catch((error: unknown) => {
      if (!(error instanceof Ended)) throw error;
    });
    ends.push(work);
    await Promise.race([work, settled(shop)]);
    await note(shop, saved);
  }
  await letAllEnd();
}

async function act(
  { operations, connectors, look }: Workshop,
  kind: Exclude<Step['kind'], 'some-time-passes'>,
  keys: Parameters<Workshop['operations']['save']>[0],
  whose: number,
  saved: string[],
): Promise<void> {
  const name = names[whose % names.length] ?? '';
  if (kind === 'save') return refusalsAside(operations.save(keys, name));
  const id = saved[whose % Math.max(1, saved.length)];
  if (id === undefined) return;
  switch (kind) {
    case 'rename':
      return refusalsAside(operations.edit(keys, id, { name }));
    case 'pause':
      return refusalsAside(operations.edit(keys, id, { paused: true }));
    case 'resume':
      return refusalsAside(operations.edit(keys, id, { paused: false }));
    case 'rotate':
      return refusalsAside(operations.rotate(keys, id));
    case 'return-by-validation': {
      const [first] = (await connectors.belongings(acme, id)).keys;
      return refusalsAside(operations.rotate(keys, id, first && { keyId: first.keyId }));
    }
    case 'roll-back':
      return refusalsAside(operations.rollBack(keys, id));
    case 'delete':
      return refusalsAside(operations.delete(keys, id));
    case 'restore':
      return refusalsAside(operations.restore(keys, id, whose > 2 ? name : undefined));
    case 'look':
      await look(id);
  }
}

/** Everything that goes on without a word to the vault has come as far as it can. */
async function settled({ connectors }: Workshop): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) {
    await connectors.transaction(acme, async () => undefined);
    await new Promise(setImmediate);
  }
}

/** Connectors that were saved are there from then on, even if whoever saved them was ended. */
async function note({ database }: Workshop, saved: string[]): Promise<void> {
  const rows = database.sql.prepare('SELECT connector_id FROM connectors ORDER BY rowid').all();
  for (const { connector_id } of rows) {
    if (!saved.includes(String(connector_id))) saved.push(String(connector_id));
  }
}
