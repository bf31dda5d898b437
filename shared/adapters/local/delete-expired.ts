import type { LocalDatabase } from './local-database.ts';

type Table = 'connectors' | 'keys' | 'validations' | 'turns' | 'changes' | 'sealed_keys';

/** Expired rows are absent from every read already; this takes their bytes out of the files. Says how many it were. */
export function deleteExpired(database: LocalDatabase, tables: Table[], now: Date): number {
  let deleted = 0;
  database.together(() => {
    for (const table of tables) {
      const statement = database.sql.prepare(`DELETE FROM ${table} WHERE expires_ms <= ?`);
      deleted += Number(statement.run(now.getTime()).changes);
    }
  });
  database.emptyLog();
  return deleted;
}
