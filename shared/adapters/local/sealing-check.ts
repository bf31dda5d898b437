import type { CipherKey } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { bytesIn } from './columns.ts';
import { seal, unseal } from './seal.ts';

const place = 'check';

/** Tells at the start that the sealing key is another one than before, not at the first use of a key. */
export function checkSealingKey(sql: DatabaseSync, sealingKey: CipherKey): void {
  const row = sql.prepare('SELECT sealed FROM seals WHERE name = ?').get(place);
  if (!row) {
    sql
      .prepare('INSERT INTO seals (name, sealed) VALUES (?, ?)')
      .run(place, seal(sealingKey, place, place));
    return;
  }
  try {
    unseal(sealingKey, bytesIn(row, 'sealed'), place);
  } catch (cause) {
    throw new Error(
      'The keys in state.db were sealed under another sealing.key: bring that one back, or move state.db away to begin anew.',
      { cause },
    );
  }
}
