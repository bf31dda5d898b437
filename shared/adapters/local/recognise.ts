import type { DatabaseSync } from 'node:sqlite';
import { numberIn, textIn } from './columns.ts';
import { applicationId, schemaVersion } from './local-schema.ts';
import { resultCode, sqliteBusy } from './sqlite-result.ts';

/** The version of the file, 0 for a new one. Whatever else it is, it is refused before anything is written to it. */
export function recognise(sql: DatabaseSync, file: string): number {
  const { application, version, tables, damage } = look(sql, file);
  const isNew = application === 0 && version === 0 && tables === 0;
  if (isNew) return 0;
  if (application !== applicationId) {
    throw new Error(
      `The file ${file} is another program's database: move it away or delete it to begin anew.`,
    );
  }
  if (version > schemaVersion) {
    throw new Error(
      `The file ${file} was written by a newer version of this service: update the service, or move the file away or delete it to begin anew.`,
    );
  }
  if (damage !== 'ok') throw damaged(file, damage);
  return version;
}

function look(sql: DatabaseSync, file: string) {
  try {
    return {
      application: numberIn(sql.prepare('PRAGMA application_id').get(), 'application_id'),
      version: numberIn(sql.prepare('PRAGMA user_version').get(), 'user_version'),
      tables: numberIn(sql.prepare('SELECT count(*) AS tables FROM sqlite_schema').get(), 'tables'),
      damage: textIn(sql.prepare('PRAGMA quick_check(1)').get(), 'quick_check'),
    };
  } catch (cause) {
    if (resultCode(cause) !== sqliteBusy) throw damaged(file, cause);
    throw new Error(`Another program is using the file ${file}: close that one first.`, { cause });
  }
}

function damaged(file: string, cause: unknown): Error {
  return new Error(
    `The file ${file} is damaged or no database at all: move it away or delete it to begin anew.`,
    { cause },
  );
}
