import { randomBytes } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLocalDatabase } from '../../../shared/adapters/local/local-database.ts';
import { localKeyVault } from '../../../shared/adapters/local/local-key-vault.ts';
import { sealingKey } from '../../../shared/adapters/local/sealing-key.ts';
import { keyVaultContract } from '../../contracts/key-vault.contract.ts';
import { movableClock } from '../../contracts/movable-clock.ts';
import { acme, globex, sampleId, sampleKey, uploadedAt } from '../../support/sample-records.ts';
import { databaseInMemory } from './database-in-memory.ts';
import { bytesIn, stateFolder } from './state-folder.ts';

const id = sampleId('key');
const tomorrow = new Date('2026-03-03T09:00:00.000Z');

keyVaultContract('SQLite', () => {
  const clock = movableClock(uploadedAt);
  const options = { database: databaseInMemory(), sealingKey: randomBytes(32), now: clock.now };
  return { vault: localKeyVault(options), clock };
});

describe('the vault on SQLite', () => {
  test('reads its keys after a restart', async () => {
    const folder = stateFolder();
    const first = open(folder);
    await first.vault.add(acme, id, sampleKey(), tomorrow);
    first.database.close();

    const { vault } = open(folder);

    expect(await vault.read(acme, id)).toEqual(sampleKey());
  });

  test('leaves no readable part of a key in any file', async () => {
    const folder = stateFolder();
    const { vault, database } = open(folder);
    const key = sampleKey();
    await vault.add(acme, id, key, tomorrow);
    await vault.read(acme, id);

    const whileOpen = bytesIn(folder);
    database.close();
    const onceClosed = bytesIn(folder);

    for (const line of [...key.privateKey.split('\n').slice(1, -2), key.clientEmail]) {
      expect(line).not.toBe('');
      expect(whileOpen).not.toContain(line);
      expect(onceClosed).not.toContain(line);
    }
    expect(whileOpen).toContain(id);
  });

  test('seals the same key twice in different bytes', async () => {
    const { vault, database } = open(stateFolder());
    await vault.add(acme, id, sampleKey(), tomorrow);
    await vault.add(acme, sampleId('key', 2), sampleKey(), tomorrow);

    const [first, second] = database.sql.prepare('SELECT sealed FROM sealed_keys').all();

    expect(first).not.toEqual(second);
  });

  test.each([
    ['of two ids', acme, sampleId('key', 2)],
    ['of two workspaces', globex, id],
  ])('opens no row whose content was swapped with another one %s', async (_, workspace, other) => {
    const { vault, database } = open(stateFolder());
    await vault.add(acme, id, sampleKey(), tomorrow);
    await vault.add(workspace, other, sampleKey(), tomorrow);

    const rows = database.sql.prepare('SELECT rowid, sealed FROM sealed_keys').all();
    const replace = database.sql.prepare('UPDATE sealed_keys SET sealed = ? WHERE rowid <> ?');
    for (const { sealed = null, rowid = null } of rows) replace.run(sealed, rowid);

    await expect(vault.read(acme, id)).rejects.toThrow(defect);
    await expect(vault.read(workspace, other)).rejects.toThrow(defect);
  });

  test.each([0, 11, 12, 500, -17, -16, -1])(
    'opens no row of which byte %i was changed',
    async (place) => {
      const { vault, database } = open(stateFolder());
      await vault.add(acme, id, sampleKey(), tomorrow);
      const sealed = sealedIn(database);
      sealed.writeUInt8((sealed.at(place) ?? 0) ^ 1, place < 0 ? sealed.length + place : place);

      database.sql.prepare('UPDATE sealed_keys SET sealed = ?').run(sealed);

      await expect(vault.read(acme, id)).rejects.toThrow(defect);
    },
  );

  test.each([0, 11, 27, 28, 1000])('opens no row that was cut to %i bytes', async (length) => {
    const { vault, database } = open(stateFolder());
    await vault.add(acme, id, sampleKey(), tomorrow);

    database.sql
      .prepare('UPDATE sealed_keys SET sealed = ?')
      .run(sealedIn(database).subarray(0, length));

    await expect(vault.read(acme, id)).rejects.toThrow(defect);
  });

  test('says at the start that its sealing key is another one', () => {
    const database = databaseInMemory();
    const now = () => new Date(uploadedAt);
    localKeyVault({ database, sealingKey: randomBytes(32), now });

    expect(() => localKeyVault({ database, sealingKey: randomBytes(32), now })).toThrow(
      'The keys in state.db were sealed under another sealing.key: bring that one back, or move state.db away to begin anew.',
    );
  });

  test('destroys what expired to the last byte, and says how much it was', async () => {
    const folder = stateFolder();
    const { vault, database, clock } = open(folder);
    await vault.add(acme, id, sampleKey(), tomorrow);
    await vault.add(acme, sampleId('key', 2), sampleKey(), tomorrow);
    await vault.keep(acme, sampleId('key', 2));
    const sealed = sealedIn(database).toString('latin1');
    expect(bytesIn(folder)).toContain(sealed.slice(0, 100));

    expect(vault.deleteExpired()).toBe(0);
    clock.moveTo(tomorrow);
    expect(vault.deleteExpired()).toBe(1);

    const bytes = bytesIn(folder);
    for (let start = 0; start + 16 <= sealed.length; start += 16) {
      expect(bytes.includes(sealed.slice(start, start + 16))).toBe(false);
    }
    expect(await vault.read(acme, sampleId('key', 2))).toEqual(sampleKey());
  });
});

/** What is told of a seal that does not open, and no more than that. */
const defect = new Error('A sealed key does not open: state.db was changed by another hand.');

function open(folder: string) {
  const database = openLocalDatabase(folder);
  onTestFinished(() => {
    if (database.sql.isOpen) database.close();
  });
  const clock = movableClock(uploadedAt);
  const vault = localKeyVault({ database, sealingKey: sealingKey(folder), now: clock.now });
  return { vault, database, clock };
}

/** The content of the first row. */
function sealedIn({ sql }: ReturnType<typeof openLocalDatabase>): Buffer {
  const row = sql.prepare('SELECT sealed FROM sealed_keys ORDER BY key_id').get();
  const sealed = row?.sealed;
  return Buffer.from(sealed instanceof Uint8Array ? sealed : []);
}
