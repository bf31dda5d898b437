import type { DatabaseSync } from 'node:sqlite';
import type { ValidationId, WorkspaceId } from '../../schemas/identifiers.ts';
import { readStored } from '../../schemas/read-stored.ts';
import { type ValidationRecord, validationRecord } from '../../schemas/records.ts';
import { textIn } from './columns.ts';
import { instant } from './instant.ts';
import type { Write } from './write.ts';

export function validationRows(sql: DatabaseSync) {
  const find = sql.prepare(`
    SELECT record FROM validations
    WHERE workspace = :workspace AND validation_id = :id AND expires_ms > :now`);
  const put = sql.prepare(`
    INSERT INTO validations VALUES (:workspace, :id, :expires, :record)
    ON CONFLICT DO UPDATE SET (expires_ms, record) = (:expires, :record)`);

  return {
    find(workspace: WorkspaceId, id: ValidationId, now: Date): ValidationRecord | undefined {
      const row = find.get({ workspace, id, now: now.getTime() });
      return row && readStored(validationRecord, JSON.parse(textIn(row, 'record')));
    },
    put(workspace: WorkspaceId, record: ValidationRecord): Write {
      const { validationId: id, expiresAt } = record;
      const values = {
        workspace,
        id,
        expires: instant(expiresAt),
        record: JSON.stringify(record),
      };
      return () => put.run(values);
    },
  };
}
