import type { DatabaseSync } from 'node:sqlite';
import type { ConnectorId, WorkspaceId } from '../../schemas/identifiers.ts';
import { textIn } from './columns.ts';
import { mostBelongings } from './most-belongings.ts';
import type { Write } from './write.ts';

/** Which connector bears a name: the primary key is what makes names unique in their workspace. */
export function nameRows(sql: DatabaseSync) {
  const find = sql.prepare(`
    SELECT connector_id FROM names WHERE workspace = :workspace AND folded_name = :name`);
  const ofConnector = sql.prepare(`
    SELECT folded_name FROM names
    WHERE workspace = :workspace AND connector_id = :id
    ORDER BY folded_name LIMIT ${mostBelongings}`);
  const put = sql.prepare(`
    INSERT INTO names VALUES (:workspace, :name, :owner)
    ON CONFLICT DO UPDATE SET connector_id = :owner`);
  const free = sql.prepare(`
    DELETE FROM names WHERE workspace = :workspace AND folded_name = :name`);

  return {
    owner(workspace: WorkspaceId, name: string): ConnectorId | undefined {
      const row = find.get({ workspace, name });
      return row && textIn(row, 'connector_id');
    },
    ofConnector(workspace: WorkspaceId, id: ConnectorId): string[] {
      return ofConnector.all({ workspace, id }).map((row) => textIn(row, 'folded_name'));
    },
    put(workspace: WorkspaceId, name: string, owner: ConnectorId): Write {
      return () => put.run({ workspace, name, owner });
    },
    free(workspace: WorkspaceId, name: string): Write {
      return () => free.run({ workspace, name });
    },
  };
}
