import type { DatabaseSync } from 'node:sqlite';
import type { ConnectorId, KeyId, WorkspaceId } from '../../schemas/identifiers.ts';
import { readStored } from '../../schemas/read-stored.ts';
import { type KeyRecord, keyRecord } from '../../schemas/records.ts';
import { numberIn, textIn } from './columns.ts';
import { instant } from './instant.ts';
import { mostBelongings } from './most-belongings.ts';
import type { Write } from './write.ts';

const unexpired = '(expires_ms IS NULL OR expires_ms > :now)';

export function keyRows(sql: DatabaseSync) {
  const find = sql.prepare(`
    SELECT record FROM keys WHERE workspace = :workspace AND key_id = :id AND ${unexpired}`);
  const pending = sql.prepare(`
    SELECT count(*) AS keys FROM keys
    WHERE workspace = :workspace AND connector_id IS NULL AND ${unexpired}`);
  const ending = sql.prepare(`
    SELECT count(*) AS keys FROM keys WHERE workspace = :workspace AND expires_ms > :now`);
  const ofConnector = sql.prepare(`
    SELECT record FROM keys
    WHERE workspace = :workspace AND connector_id = :id AND ${unexpired}
    ORDER BY key_id LIMIT ${mostBelongings}`);
  const put = sql.prepare(`
    INSERT INTO keys VALUES (:workspace, :id, :connector, :expires, :record)
    ON CONFLICT DO UPDATE SET (connector_id, expires_ms, record) = (:connector, :expires, :record)`);

  return {
    find(workspace: WorkspaceId, id: KeyId, now: Date): KeyRecord | undefined {
      const row = find.get({ workspace, id, now: now.getTime() });
      return row && readStored(keyRecord, JSON.parse(textIn(row, 'record')));
    },
    pending(workspace: WorkspaceId, now: Date): number {
      return numberIn(pending.get({ workspace, now: now.getTime() }), 'keys');
    },
    ending(workspace: WorkspaceId, now: Date): number {
      return numberIn(ending.get({ workspace, now: now.getTime() }), 'keys');
    },
    ofConnector(workspace: WorkspaceId, id: ConnectorId, now: Date): KeyRecord[] {
      const rows = ofConnector.all({ workspace, id, now: now.getTime() });
      return rows.map((row) => readStored(keyRecord, JSON.parse(textIn(row, 'record'))));
    },
    put(workspace: WorkspaceId, record: KeyRecord): Write {
      const { keyId: id, connectorId, expiresAt } = record;
      const values = {
        workspace,
        id,
        connector: connectorId ?? null,
        expires: expiresAt === undefined ? null : instant(expiresAt),
        record: JSON.stringify(record),
      };
      return () => put.run(values);
    },
  };
}
