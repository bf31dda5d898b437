import { describe, expect, test } from 'vitest';
import type { KeyVault } from '../../shared/ports/key-vault.ts';
import type { Problem } from '../../shared/problems/problem.ts';
import { acme, globex, sampleId, sampleKey, uploadedAt } from '../support/sample-records.ts';
import { justBefore, type MovableClock } from './movable-clock.ts';

export interface VaultUnderTest {
  vault: KeyVault;
  /** Goes by the hour at which the sample key was uploaded until it is moved. */
  clock: MovableClock;
}

const id = sampleId('key');
const tomorrow = '2026-03-03T09:00:00.000Z';
const nextWeek = '2026-03-09T09:00:00.000Z';
const keyNotFound = { name: 'Problem', code: 'key-not-found' };

/** What every KeyVault owes, whoever keeps the keys. */
export function keyVaultContract(
  name: string,
  make: () => VaultUnderTest | Promise<VaultUnderTest>,
): void {
  async function vaultWithKey(): Promise<VaultUnderTest> {
    const made = await make();
    made.clock.moveTo(uploadedAt);
    await made.vault.add(acme, id, sampleKey(), new Date(tomorrow));
    return made;
  }

  describe(`${name} is a KeyVault`, () => {
    test('reads back what was added', async () => {
      const { vault } = await vaultWithKey();

      const key = await vault.read(acme, id);

      expect(key).toEqual(sampleKey());
    });

    test('reads back a key without its optional member, too', async () => {
      const { vault } = await vaultWithKey();
      const bare = sampleKey();
      delete bare.clientId;
      await vault.add(acme, sampleId('key', 2), bare, new Date(tomorrow));

      const key = await vault.read(acme, sampleId('key', 2));

      expect(key).toEqual(bare);
    });

    test('reads of a key that a later release added as much as this one knows', async () => {
      const { vault } = await vaultWithKey();
      const later = { ...sampleKey(), universeDomain: 'googleapis.com' };
      await vault.add(acme, sampleId('key', 2), later, new Date(tomorrow));

      const key = await vault.read(acme, sampleId('key', 2));

      expect(key).toEqual(sampleKey());
    });

    test('keeps the keys of one workspace apart', async () => {
      const { vault } = await vaultWithKey();
      const second = sampleKey({ clientEmail: 'second@acme-analytics.iam.gserviceaccount.com' });
      await vault.add(acme, sampleId('key', 2), second, new Date(tomorrow));

      const keys = [await vault.read(acme, id), await vault.read(acme, sampleId('key', 2))];

      expect(keys).toEqual([sampleKey(), second]);
    });

    test('refuses to read, keep or expire an id that was never given', async () => {
      const { vault } = await make();

      await expect(vault.read(acme, id)).rejects.toMatchObject(keyNotFound);
      await expect(vault.keep(acme, id)).rejects.toMatchObject(keyNotFound);
      await expect(vault.expire(acme, id, new Date(tomorrow))).rejects.toMatchObject(keyNotFound);
    });

    test('gives a key to its own workspace alone, not to one that differs by case', async () => {
      const { vault, clock } = await vaultWithKey();

      await expect(vault.read(globex, id)).rejects.toMatchObject(keyNotFound);
      await expect(vault.keep(globex, id)).rejects.toMatchObject(keyNotFound);
      await expect(vault.expire(globex, id, new Date(nextWeek))).rejects.toMatchObject(keyNotFound);
      await expect(vault.read('ACME', id)).rejects.toMatchObject(keyNotFound);
      clock.moveTo(tomorrow);
      await expect(vault.read(acme, id)).rejects.toMatchObject(keyNotFound);
    });

    test.each<[string, (vault: KeyVault, workspace: string, id: string) => Promise<unknown>]>([
      ['read', (vault, workspace, id) => vault.read(workspace, id)],
      ['keep', (vault, workspace, id) => vault.keep(workspace, id)],
      ['expire', (vault, workspace, id) => vault.expire(workspace, id, new Date(nextWeek))],
    ])('says the same of a foreign, an expired and an invented id: %s', async (_, ask) => {
      const { vault, clock } = await vaultWithKey();
      const refusal = async (workspace: string, id: string) =>
        ask(vault, workspace, id).then(
          () => 'not refused',
          (error: unknown) => {
            const { name, code, message } = error as Problem;
            return { name, code, message };
          },
        );

      const whileItLives = [await refusal(globex, id), await refusal('ACME', id)];
      clock.moveTo(tomorrow);
      const later = [await refusal(acme, id), await refusal(acme, sampleId('key', 404))];

      const [first, ...others] = [...whileItLives, ...later];
      expect(first).toMatchObject(keyNotFound);
      for (const other of others) expect(other).toEqual(first);
    });

    test('keeps workspaces apart whose names differ by case alone', async () => {
      const { vault } = await vaultWithKey();
      const other = sampleKey({ clientEmail: 'other@acme-analytics.iam.gserviceaccount.com' });
      await vault.add('ACME', sampleId('key', 2), other, new Date(tomorrow));

      expect(await vault.read('ACME', sampleId('key', 2))).toEqual(other);
      expect(await vault.read(acme, id)).toEqual(sampleKey());
      await expect(vault.read(acme, sampleId('key', 2))).rejects.toMatchObject(keyNotFound);
    });

    test('gives an id once: what is there is not replaced', async () => {
      const { vault } = await vaultWithKey();
      const other = sampleKey({ clientEmail: 'other@acme-analytics.iam.gserviceaccount.com' });

      await expect(vault.add(acme, id, other, new Date(nextWeek))).rejects.toThrow();
      expect(await vault.read(acme, id)).toEqual(sampleKey());
    });

    test('holds a key until the moment at which it expires, and not in that moment', async () => {
      const { vault, clock } = await vaultWithKey();

      clock.moveTo(justBefore(tomorrow));
      expect(await vault.read(acme, id)).toEqual(sampleKey());

      clock.moveTo(tomorrow);
      await expect(vault.read(acme, id)).rejects.toMatchObject(keyNotFound);
    });

    test('holds a kept key for good', async () => {
      const { vault, clock } = await vaultWithKey();

      await vault.keep(acme, id);

      clock.moveTo('2036-03-02T09:00:00.000Z');
      expect(await vault.read(acme, id)).toEqual(sampleKey());
    });

    test('keeps a kept key again, so that a retry is safe', async () => {
      const { vault } = await vaultWithKey();
      await vault.keep(acme, id);

      await expect(vault.keep(acme, id)).resolves.toBe(false);
    });

    test('says whether a word changed anything', async () => {
      const { vault } = await vaultWithKey();

      const said = [
        await vault.keep(acme, id),
        await vault.keep(acme, id),
        await vault.expire(acme, id, new Date(nextWeek)),
        await vault.expire(acme, id, new Date(nextWeek)),
        await vault.expire(acme, id, new Date(tomorrow)),
        await vault.keep(acme, id),
      ];

      expect(said).toEqual([true, false, true, false, true, true]);
    });

    test('lets a kept key expire after all, and a later word counts', async () => {
      const { vault, clock } = await vaultWithKey();
      await vault.keep(acme, id);
      await vault.expire(acme, id, new Date(tomorrow));
      await vault.expire(acme, id, new Date(nextWeek));

      clock.moveTo(justBefore(nextWeek));
      expect(await vault.read(acme, id)).toEqual(sampleKey());

      clock.moveTo(nextWeek);
      await expect(vault.read(acme, id)).rejects.toMatchObject(keyNotFound);
    });

    test('gives an id to one of many who add it at once', async () => {
      const { vault } = await make();
      const keys = Array.from({ length: 5 }, (_, n) =>
        sampleKey({ clientEmail: `reader-${String(n)}@acme-analytics.iam.gserviceaccount.com` }),
      );

      const outcomes = await Promise.allSettled(
        keys.map((key) => vault.add(acme, id, key, new Date(tomorrow))),
      );

      const winners = keys.filter((_, n) => outcomes[n]?.status === 'fulfilled');
      expect(winners).toEqual([await vault.read(acme, id)]);
    });

    test('keeps a key that many keep at once', async () => {
      const { vault, clock } = await vaultWithKey();

      await Promise.all(Array.from({ length: 20 }, () => vault.keep(acme, id)));

      clock.moveTo(nextWeek);
      expect(await vault.read(acme, id)).toEqual(sampleKey());
    });

    test('does one of the two when a key is kept and expired at once, and hears what comes after', async () => {
      const { vault, clock } = await vaultWithKey();

      await Promise.all([vault.keep(acme, id), vault.expire(acme, id, new Date(nextWeek))]);
      await vault.keep(acme, id);
      await Promise.all([vault.expire(acme, id, new Date(nextWeek)), vault.keep(acme, id)]);
      await vault.expire(acme, id, new Date(tomorrow));

      clock.moveTo(justBefore(tomorrow));
      expect(await vault.read(acme, id)).toEqual(sampleKey());
      clock.moveTo(tomorrow);
      await expect(vault.read(acme, id)).rejects.toMatchObject(keyNotFound);
    });

    test('expires a key twice to the same end, so that a retry is safe', async () => {
      const { vault, clock } = await vaultWithKey();
      await vault.expire(acme, id, new Date(nextWeek));

      await vault.expire(acme, id, new Date(nextWeek));

      clock.moveTo(justBefore(nextWeek));
      expect(await vault.read(acme, id)).toEqual(sampleKey());
    });

    test('ends a key within minutes whose end is said to have come already', async () => {
      const { vault, clock } = await vaultWithKey();
      await vault.keep(acme, id);

      await vault.expire(acme, id, new Date(Date.parse(uploadedAt) - 1));

      clock.moveTo(new Date(Date.parse(uploadedAt) + 5 * 60_000));
      await expect(vault.read(acme, id)).rejects.toMatchObject(keyNotFound);
    });

    test('does not bring an expired key back', async () => {
      const { vault, clock } = await vaultWithKey();
      clock.moveTo(tomorrow);

      await expect(vault.keep(acme, id)).rejects.toMatchObject(keyNotFound);
      await expect(vault.expire(acme, id, new Date(nextWeek))).rejects.toMatchObject(keyNotFound);
      await expect(vault.read(acme, id)).rejects.toMatchObject(keyNotFound);
    });
  });
}
