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

    const agreement = await agreeWithRecord(acme, sampleConnector(), vault, now);

    expect(agreement).toEqual({ keyLost: false });
    expect(await thereOn(400, current)).toBe(true);
  });

  test('the key before a rotation goes when the way back closes, and not before', async () => {
    const { vault, thereOn } = await twoKeys();
    await vault.keep(acme, before);

    await agreeWithRecord(acme, sampleConnector({ previous: previous(days(5)) }), vault, now);

    expect(await thereOn(4.99, before)).toBe(true);
    expect(await thereOn(5, before)).toBe(false);
  });

  test('a way back that is closed asks nothing of the vault', async () => {
    const { vault, thereOn } = await twoKeys();

    await agreeWithRecord(acme, sampleConnector({ previous: previous(now) }), vault, now);

    expect(await thereOn(0.99, before)).toBe(true);
    expect(await thereOn(1, before)).toBe(false);
  });

  test('the key of a deleted connector outlives the time to restore it by a day', async () => {
    const { vault, thereOn } = await twoKeys();
    await vault.keep(acme, current);

    await agreeWithRecord(acme, sampleConnector({ deletedAt: now.toISOString() }), vault, days(2));

    expect(await thereOn(7.99, current)).toBe(true);
    expect(await thereOn(8, current)).toBe(false);
  });

  test('a key that is gone is told, not thrown, and the one before is seen to all the same', async () => {
    const { vault, thereOn } = await twoKeys();
    await vault.expire(acme, current, now);

    const record = sampleConnector({ previous: previous(days(5)) });
    const agreement = await agreeWithRecord(acme, record, vault, now);

    expect(agreement).toEqual({ keyLost: true });
    expect(await thereOn(4, before)).toBe(true);
  });

  test('a previous key that is gone is no loss', async () => {
    const { vault } = await twoKeys();
    await vault.expire(acme, before, now);

    const record = sampleConnector({ previous: previous(days(5)) });
    expect(await agreeWithRecord(acme, record, vault, now)).toEqual({ keyLost: false });
  });

  test('a vault that does not answer is no lost key', async () => {
    const silent = new Error('no answer');
    const keys = { keep: () => Promise.reject(silent), expire: () => Promise.reject(silent) };

    await expect(agreeWithRecord(acme, sampleConnector(), keys, now)).rejects.toBe(silent);
  });
});
