import { describe, expect, onTestFinished, test } from 'vitest';
import { acme } from '../support/sample-records.ts';
import { lookAtAllDue, workshop } from './healing/workshop.ts';
import { disagreements, lingering } from './healing/disagreements.ts';

const [minuteMs, hourMs, dayMs] = [60_000, 3_600_000, 86_400_000];

/** A connector that is rotated, and how many keys lie in the vault. */
async function stage() {
  const shop = workshop(':memory:', '2026-03-02T00:00:00.000Z');
  onTestFinished(() => {
    shop.database.close();
  });
  const { operations, vault, connectors, database, clock } = shop;
  const { connectorId } = (await operations.save(vault, 'Shop data')).connector;
  const isThere = async (keyId: string | undefined) =>
    vault.read(acme, keyId ?? '').then(
      () => true,
      () => false,
    );
  return {
    ...shop,
    connectorId,
    isThere,
    keyNow: async () => (await connectors.connector(acme, connectorId))?.keyId,
    rotate: async (to = {}) => operations.rotate(vault, connectorId, to),
    sealed: () => {
      const living = 'expires_ms IS NULL OR expires_ms > ?';
      const count = database.sql.prepare(`SELECT count(*) AS n FROM sealed_keys WHERE ${living}`);
      return Number(count.get(clock.now().getTime())?.n);
    },
  };
}

describe('THREATS 41: a second rotation', () => {
  test('lets the key go that no roll-back can return to: of twenty rotations two keys stay', async () => {
    const { rotate, sealed, pass } = await stage();
    for (let n = 0; n < 20; n += 1) {
      await rotate();
      pass(1000);
    }
    pass(hourMs);
    expect(sealed()).toBe(2);
  });

  test('leaves the way back to the key before, for its seven days', async () => {
    const { rotate, keyNow, isThere, pass, operations, vault, connectorId, sealed } = await stage();
    const first = await keyNow();
    await rotate();
    const second = await keyNow();
    await rotate();
    pass(6.9 * dayMs);
    expect(await isThere(first)).toBe(false);

    const { keyId } = await operations.rollBack(vault, connectorId);

    expect(keyId).toBe(second);
    pass(8 * dayMs);
    expect(await isThere(second)).toBe(true);
    expect(sealed()).toBe(1);
  });

  test('that is the way back to that very key keeps it', async () => {
    const { rotate, keyNow, isThere, pass, database, clock } = await stage();
    const first = await keyNow();
    await rotate();
    const second = await keyNow();
    await rotate({ keyId: first ?? '' });

    expect(await keyNow()).toBe(first);
    expect(disagreements(database.sql, clock.now())).toEqual([]);
    pass(2 * hourMs);
    expect([await isThere(first), await isThere(second)]).toEqual([true, true]);
  });

  test('after a roll-back forgets the key that was rolled back from', async () => {
    const { rotate, keyNow, isThere, pass, operations, vault, connectorId } = await stage();
    await rotate();
    const second = await keyNow();
    const { keyId: first } = await operations.rollBack(vault, connectorId);
    await rotate();
    pass(hourMs);
    expect([await isThere(first), await isThere(second)]).toEqual([true, false]);
  });

  test('does so too where whoever made it was ended before the word: the next look sees to it', async () => {
    const shop = await stage();
    const { rotate, keyNow, pass, vault, isThere } = shop;
    const first = (await keyNow()) ?? '';
    await rotate();
    await rotate();
    await vault.expire(acme, first, new Date(shop.clock.now().getTime() + 7 * dayMs)); // as before it
    pass(5 * minuteMs);
    await lookAtAllDue(shop);
    pass(hourMs);
    expect(await isThere(first)).toBe(false);
    expect(lingering(shop.database.sql, shop.clock.now())).toEqual([]);
  });
});
