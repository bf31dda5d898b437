import type { CipherKey } from 'node:crypto';
import type { KeyVault } from '../../ports/key-vault.ts';
import { keyNotFound } from '../../problems/key-not-found.ts';
import type { KeyId, WorkspaceId } from '../../schemas/identifiers.ts';
import { readStored } from '../../schemas/read-stored.ts';
import { type ServiceAccountKey, serviceAccountKey } from '../../schemas/service-account-key.ts';
import { bytesIn } from './columns.ts';
import { deleteExpired } from './delete-expired.ts';
import type { LocalDatabase } from './local-database.ts';
import { seal, unseal } from './seal.ts';
import { checkSealingKey } from './sealing-check.ts';

export interface LocalKeyVaultOptions {
  database: LocalDatabase;
  /** 256 bits. */
  sealingKey: CipherKey;
  now: () => Date;
}

export interface LocalKeyVault extends KeyVault {
  deleteExpired: () => number;
}

export function localKeyVault({ database, sealingKey, now }: LocalKeyVaultOptions): LocalKeyVault {
  const { sql } = database;
  checkSealingKey(sql, sealingKey);
  const living = `workspace = :workspace AND key_id = :id AND (expires_ms IS NULL OR expires_ms > :now)`;
  const insert = sql.prepare(`
    INSERT INTO sealed_keys (workspace, key_id, expires_ms, sealed)
    VALUES (:workspace, :id, :expires, :sealed)`);
  const select = sql.prepare(`SELECT sealed FROM sealed_keys WHERE ${living}`);
  const update = sql.prepare(`
    UPDATE sealed_keys SET expires_ms = :expires WHERE ${living} AND expires_ms IS NOT :expires`);

  const setExpiry = (workspace: WorkspaceId, id: KeyId, expires: number | null): boolean => {
    const place = { workspace, id, now: now().getTime() };
    if (!select.get(place)) throw keyNotFound();
    return Number(update.run({ ...place, expires }).changes) > 0;
  };
  return {
    async add(workspace, id, key, expiresAt) {
      const sealed = seal(sealingKey, JSON.stringify(key), placeOf(workspace, id));
      insert.run({ workspace, id, expires: expiresAt.getTime(), sealed });
    },
    async read(workspace, id) {
      const row = select.get({ workspace, id, now: now().getTime() });
      if (!row) throw keyNotFound();
      return opened(sealingKey, bytesIn(row, 'sealed'), placeOf(workspace, id));
    },
    async keep(workspace, id) {
      return setExpiry(workspace, id, null);
    },
    async expire(workspace, id, expiresAt) {
      return setExpiry(workspace, id, expiresAt.getTime());
    },
    deleteExpired: () => deleteExpired(database, ['sealed_keys'], now()),
  };
}

/** Sealed into each row, so that a row moved to another place does not open. Neither part can contain NUL. */
function placeOf(workspace: WorkspaceId, id: KeyId): string {
  return `${workspace}\0${id}`;
}

/** A seal that does not open is nobody's fault who asks: somebody changed the file. No part of the key is in the error. */
function opened(sealingKey: CipherKey, sealed: Uint8Array, place: string): ServiceAccountKey {
  let text: string;
  try {
    text = unseal(sealingKey, sealed, place);
  } catch {
    throw new Error('A sealed key does not open: state.db was changed by another hand.');
  }
  try {
    return readStored(serviceAccountKey, JSON.parse(text));
  } catch {
    throw new Error('A sealed key is not of the shape that this version reads.');
  }
}
