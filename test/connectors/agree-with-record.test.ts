import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { localKeyVault } from '../../shared/adapters/local/local-key-vault.ts';
import { agreeWithRecord } from '../../shared/connectors/agree-with-record.ts';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { movableClock } from '../contracts/movable-clock.ts';
import {
  acme,
  sampleConnector,
  sampleId,
  sampleKey,
  sampleKeyFacts,
  uploadedAt,
} from '../support/sample-records.ts';
import { sealingKeyOf } from '../support/sealing-key-of.ts';

const now = new Date(uploadedAt);
const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * 60 * 1000);
const [current, before] = [sampleId('key'), sampleId('key', 2)];

/** A vault with the key of the connector and the key before it; each goes tomorrow, as if nobody had saved them. */
async function twoKeys() {
  const clock = movableClock(uploadedAt);
  const sealingKey = sealingKeyOf(randomBytes(32));
  const vault = localKeyVault({ database: databaseInMemory(), sealingKey, now: clock.now });
  await vault.add(acme, current, sampleKey(), days(1));
  await vault.add(acme, before, sampleKey(), days(1));
  const thereOn = async (day: number, id: string) => {
    clock.moveTo(days(day));
    const there = await isThere(vault, id);
    clock.moveTo(now);
    return there;
  };
  return { vault, thereOn };
}

async function isThere(vault: KeyVault, id: string): Promise<boolean> {
  return vault.read(acme, id).then(
    () => true,
    () => false,
  );
}

const previous = (until: Date) => ({
  keyId: before,
  key: sampleKeyFacts(),
  connection: sampleConnector().connection,
  until: until.toISOString(),
});

describe('the secrets follow the record', () => {
  test('the key of a living connector is kept', async () => {
    const { vault, thereOn } = await twoKeys();

    const agreement = await agreeWithRecord(acme, sampleConnector(), vault);

    expect(agreement).toEqual({ keyLost: false, mended: [{ what: 'key-kept', keyId: current }] });
    expect(await thereOn(400, current)).toBe(true);
  });

  test('the key before a rotation goes when the way back closes, and not before', async () => {
    const { vault, thereOn } = await twoKeys();
    await vault.keep(acme, before);

    const record = sampleConnector({ previous: previous(days(5)) });
    const { mended } = await agreeWithRecord(acme, record, vault);

    expect(mended).toContainEqual({ what: 'previous-key-expires', keyId: before });
    expect(await thereOn(4.99, before)).toBe(true);
    expect(await thereOn(5, before)).toBe(false);
  });

  test('the key before goes at once where the way back is closed and it is still there', async () => {
    const { vault, thereOn } = await twoKeys();
    await vault.keep(acme, before);

    await agreeWithRecord(acme, sampleConnector({ previous: previous(now) }), vault);

    expect(await thereOn(0.01, before)).toBe(false);
  });

  test('what agrees already is not said to be mended', async () => {
    const { vault } = await twoKeys();
    const record = sampleConnector({ previous: previous(days(5)) });
    await agreeWithRecord(acme, record, vault);

    expect(await agreeWithRecord(acme, record, vault)).toEqual({ keyLost: false, mended: [] });
  });

  test('the key of a deleted connector outlives the time to restore it by a day', async () => {
    const { vault, thereOn } = await twoKeys();
    await vault.keep(acme, current);

    const deleted = sampleConnector({ deletedAt: now.toISOString() });
    const { mended } = await agreeWithRecord(acme, deleted, vault);

    expect(mended).toEqual([{ what: 'key-expires', keyId: current }]);
    expect(await thereOn(7.99, current)).toBe(true);
    expect(await thereOn(8, current)).toBe(false);
  });

  test('a key that is gone is told, not thrown, and the one before is seen to all the same', async () => {
    const { vault, thereOn } = await twoKeys();
    await vault.expire(acme, current, now);

    const record = sampleConnector({ previous: previous(days(5)) });
    const agreement = await agreeWithRecord(acme, record, vault);

    expect(agreement.keyLost).toBe(true);
    expect(await thereOn(4, before)).toBe(true);
  });

  test('a previous key that is gone is no loss', async () => {
    const { vault } = await twoKeys();
    await vault.expire(acme, before, now);

    const record = sampleConnector({ previous: previous(days(5)) });
    expect((await agreeWithRecord(acme, record, vault)).keyLost).toBe(false);
  });

  test('a vault that does not answer is no lost key', async () => {
    const silent = new Error('no answer');
    const keys = { keep: () => Promise.reject(silent), expire: () => Promise.reject(silent) };

    await expect(agreeWithRecord(acme, sampleConnector(), keys)).rejects.toBe(silent);
  });
});
