import { describe, expect, onTestFinished, test } from 'vitest';
import { editConnector } from '../../functions/save-connector/edit-connector.ts';
import { defaultLimits } from '../../shared/limits/limits.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import { acme, ada, sampleId } from '../support/sample-records.ts';
import { disagreements } from './healing/disagreements.ts';
import { refusalsAside, workshop } from './healing/workshop.ts';

type Hands = Pick<KeyVault, 'keep' | 'expire'>;
type Stage = Awaited<ReturnType<typeof rotated>>;
type Done = (stage: Stage, hands: Hands) => Promise<unknown>;

/** A connector with a key, and the one before it; nobody looks at it afterwards. */
async function rotated() {
  const shop = workshop(':memory:', '2026-03-02T00:00:00.000Z');
  onTestFinished(() => {
    shop.database.close();
  });
  const { connectorId } = (await shop.operations.save(shop.vault, 'Shop data')).connector;
  await shop.operations.rotate(shop.vault, connectorId);
  shop.pass(1000);
  return {
    ...shop,
    connectorId,
    found: () => disagreements(shop.database.sql, shop.clock.now()),
    current: async () => (await shop.connectors.connector(acme, connectorId))?.keyId,
  };
}

/** The vault as a slow process has it: before its n-th word, others come and go. */
function slowHands(vault: KeyVault, others: Record<number, () => Promise<unknown>>): Hands {
  let word = 0;
  const meets = async (say: () => Promise<boolean>): Promise<boolean> => {
    const meanwhile = others[word];
    word += 1;
    await meanwhile?.();
    return say();
  };
  return {
    keep: async (...of) => meets(async () => vault.keep(...of)),
    expire: async (...of) => meets(async () => vault.expire(...of)),
  };
}

const remove: Done = async ({ operations, connectorId }, hands) =>
  operations.delete(hands, connectorId);
const rotate: Done = async ({ operations, connectorId }, hands) =>
  operations.rotate(hands, connectorId);
const rollBack: Done = async ({ operations, connectorId }, hands) =>
  operations.rollBack(hands, connectorId);
const restore: Done = async ({ operations, connectorId }, hands) =>
  operations.restore(hands, connectorId);

describe('a request that is refused because another one was faster', () => {
  test.each<[string, Done, number, Done]>([
    ['a delete, at its first word, by a roll-back', remove, 0, rollBack],
    ['a delete, at its second word, by a roll-back', remove, 1, rollBack],
    ['a delete, at its first word, by a rotation', remove, 0, rotate],
    ['a delete, at its second word, by a delete and a restore', remove, 1, removedAndRestored],
    ['a rotation, at its first word, by a roll-back', rotate, 0, rollBack],
    ['a rotation, at its first word, by a delete', rotate, 0, remove],
  ])('leaves the secrets as the record has them: %s', async (_, slow, at, fast) => {
    const stage = await rotated();
    const hands = slowHands(stage.vault, { [at]: async () => fast(stage, stage.vault) });

    await expect(slow(stage, hands)).rejects.toMatchObject({
      code: expect.stringMatching(/^(etag-stale|connector-not-found)$/) as unknown,
    });

    expect(stage.found()).toEqual([]);
  });

  test.each<[string, Done, number[]]>([
    ['a delete', remove, [0, 2, 4]],
    ['a delete, in the middle of its words', remove, [1, 3, 5]],
    ['a rotation', rotate, [0, 1, 3]],
  ])('does so however slow it is, and whatever follows: %s', async (_, slow, moments) => {
    const stage = await rotated();
    const again = async () => rollBack(stage, stage.vault);
    const others = Object.fromEntries(moments.map((at) => [at, again]));

    await expect(slow(stage, slowHands(stage.vault, others))).rejects.toMatchObject({
      code: 'etag-stale',
    });

    expect(stage.found()).toEqual([]);
  });

  test('says no word to the vault where it was of another state from the beginning', async () => {
    const { vault, connectorId, connectors, clock } = await rotated();
    const said: string[] = [];
    const hands = slowHands(vault, { 0: async () => Promise.resolve(said.push('a word')) });
    const stamps = { now: clock.now, newId: () => '' };
    const request = { connectorId, etag: 'stale', validationId: sampleId('validation') };

    const rotation = editConnector(
      request,
      { subject: ada, workspace: acme, role: 'editor' },
      { keys: hands, connectors, stamps, limits: defaultLimits },
      { note: () => undefined },
    );

    await expect(rotation).rejects.toMatchObject({ code: 'etag-stale' });
    expect(said).toEqual([]);
  });
});

describe('a request that was done, and whose words to the vault come late', () => {
  test.each<[string, Done, Done]>([
    ['a rotation, before a roll-back', rotate, rollBack],
    ['a rotation, before another', rotate, rotate],
    ['a rotation, before a delete', rotate, remove],
    ['a roll-back, before a roll-back', rollBack, rollBack],
    ['a roll-back, before a delete', rollBack, remove],
  ])('leaves the secrets as the record has them: %s', async (_, slow, fast) => {
    for (const at of [0, 1, 2]) {
      const stage = await rotated();
      const before = await stage.current();
      const isDone = async () => (await stage.current()) !== before;
      const others = async () => {
        if (await isDone()) await fast(stage, stage.vault);
      };

      await refusalsAside(slow(stage, slowHands(stage.vault, { [at]: others })));

      expect(stage.found()).toEqual([]);
    }
  });

  test.each([0, 1])('a restore, before a delete, at word %i', async (at) => {
    const stage = await rotated();
    await remove(stage, stage.vault);
    const others = { [at]: async () => remove(stage, stage.vault) };

    await restore(stage, slowHands(stage.vault, others));

    expect(stage.found()).toEqual([]);
  });
});

async function removedAndRestored(stage: Stage, hands: Hands): Promise<void> {
  await remove(stage, hands);
  await restore(stage, hands);
}
