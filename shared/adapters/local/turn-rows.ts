import type { DatabaseSync } from 'node:sqlite';
import type { Turn } from '../../ports/connector-store.ts';
import type { WorkspaceId } from '../../schemas/identifiers.ts';
import { textIn } from './columns.ts';
import type { Write } from './write.ts';

export function turnRows(sql: DatabaseSync) {
  const find = sql.prepare(`
    SELECT at, subject FROM turns
    WHERE workspace = :workspace AND name = :name AND expires_ms > :now
    ORDER BY place`);
  const forget = sql.prepare('DELETE FROM turns WHERE workspace = :workspace AND name = :name');
  const add = sql.prepare(
    'INSERT INTO turns VALUES (:workspace, :name, :place, :at, :subject, :expires)',
  );

  return {
    find(workspace: WorkspaceId, name: string, now: Date): Turn[] {
      return find.all({ workspace, name, now: now.getTime() }).map((row) => ({
        at: textIn(row, 'at'),
        ...(row.subject !== null && { subject: textIn(row, 'subject') }),
      }));
    },
    put(workspace: WorkspaceId, name: string, turns: Turn[], expiresAt: Date): Write {
      const expires = expiresAt.getTime();
      const rows = turns.map(({ at, subject = null }, place) => {
        return { workspace, name, place, at, subject, expires };
      });
      return () => {
        forget.run({ workspace, name });
        for (const row of rows) add.run(row);
      };
    },
  };
}
