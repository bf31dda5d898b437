import type { DatabaseSync } from 'node:sqlite';
import type { ChangeQuery } from '../../ports/connector-store.ts';
import { type Change, change as changeSchema } from '../../schemas/connector.ts';
import type { ConnectorId, WorkspaceId } from '../../schemas/identifiers.ts';
import { readStored } from '../../schemas/read-stored.ts';
import { textIn } from './columns.ts';
import { beginning, instant } from './instant.ts';
import type { Write } from './write.ts';

/** Append-only: there is no statement that replaces a change. */
export function changeRows(sql: DatabaseSync) {
  const page = sql.prepare(`
    SELECT change FROM changes
    WHERE workspace = :workspace AND connector_id = :connector AND expires_ms > :now
      AND (at_ms, change_id) < (:at, :id)
    ORDER BY at_ms DESC, change_id DESC LIMIT :limit`);
  const add = sql.prepare(
    'INSERT INTO changes VALUES (:workspace, :connector, :id, :at, :expires, :change)',
  );

  return {
    page(workspace: WorkspaceId, connector: ConnectorId, query: ChangeQuery, now: Date): Change[] {
      const { limit, after } = query;
      const { at, id } = after ? { at: instant(after.at), id: after.changeId } : beginning;
      return page
        .all({ workspace, connector, limit, at, id, now: now.getTime() })
        .map((row) => readStored(changeSchema, JSON.parse(textIn(row, 'change'))));
    },
    add(workspace: WorkspaceId, connector: ConnectorId, change: Change, expiresAt: Date): Write {
      const values = {
        workspace,
        connector,
        id: change.changeId,
        at: instant(change.at),
        expires: expiresAt.getTime(),
        change: JSON.stringify(change),
      };
      return () => add.run(values);
    },
  };
}
