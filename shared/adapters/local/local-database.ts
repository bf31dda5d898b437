import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bringUpToDate } from './local-schema.ts';
import { makePrivateFile, makePrivateFolder } from './private-file.ts';
import { lockFolder } from './process-lock.ts';
import { recognise } from './recognise.ts';

export interface LocalDatabase {
  readonly sql: DatabaseSync;
  /** One after the other, in the order in which they came: nothing is written between what `work` reads. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** All that `write` writes, or nothing. */
  together: (write: () => void) => void;
  /** What was deleted or replaced lives on in the log; this empties it. */
  emptyLog: () => void;
  close: () => void;
}

/** Opens `state.db` in the folder, or in memory. What it throws says in one sentence what to do. */
export function openLocalDatabase(stateFolder: ':memory:' | (string & {})): LocalDatabase {
  if (stateFolder === ':memory:') return open(':memory:', () => undefined);
  makePrivateFolder(stateFolder);
  const unlock = lockFolder(stateFolder, join(stateFolder, 'state.lock'));
  try {
    const file = join(stateFolder, 'state.db');
    makePrivateFile(file);
    return open(file, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

function open(file: string, unlock: () => void): LocalDatabase {
  const sql = new DatabaseSync(file, { timeout: 2000 });
  try {
    const version = recognise(sql, file);
    // The log lets readers read on while something is written; deleted bytes are overwritten with zeros.
    sql.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY;
      PRAGMA trusted_schema = OFF;
    `);
    bringUpToDate(sql, version);
  } catch (error) {
    sql.close();
    throw error;
  }
  return opened(sql, unlock);
}

function opened(sql: DatabaseSync, unlock: () => void): LocalDatabase {
  let last: Promise<unknown> = Promise.resolve();
  const emptyLog = () => {
    sql.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  };
  return {
    sql,
    inTurn(work) {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
    together(write) {
      sql.exec('BEGIN IMMEDIATE');
      try {
        write();
        sql.exec('COMMIT');
      } catch (error) {
        if (sql.isTransaction) sql.exec('ROLLBACK');
        throw error;
      }
    },
    emptyLog,
    close() {
      emptyLog();
      sql.close();
      unlock();
    },
  };
}
