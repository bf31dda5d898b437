import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type {
  ConnectorQuery,
  DeletedQuery,
  DueConnector,
  DueQuery,
  KeyUse,
} from '../../ports/connector-store.ts';
import type { ConnectorId, WorkspaceId } from '../../schemas/identifiers.ts';
import { type HealthSummary, listedUnder } from '../../schemas/health.ts';
import { readStored } from '../../schemas/read-stored.ts';
import { type ConnectorRecord, connectorRecord } from '../../schemas/records.ts';
import { numberIn, textIn } from './columns.ts';
import { summaryOf } from './health-summary.ts';
import { beginning, instant } from './instant.ts';
import type { Write } from './write.ts';

const mostUses = 10;
const unexpired = '(expires_ms IS NULL OR expires_ms > :now)';

/** Beside each record lies what it is found by; the indexes give every look-up its rows in order, however many there are. */
export function connectorRows(sql: DatabaseSync) {
  const find = sql.prepare(`
    SELECT record FROM connectors
    WHERE workspace = :workspace AND connector_id = :id AND ${unexpired}`);
  const count = sql.prepare(`
    SELECT count(*) AS connectors FROM connectors
    WHERE workspace = :workspace AND living = 1 AND ${unexpired}`);
  const byHealth = sql.prepare(`
    SELECT health, count(*) AS connectors FROM connectors
    WHERE workspace = :workspace AND living = 1 AND ${unexpired} GROUP BY health`);
  const oldestUnknown = sql.prepare(`
    SELECT coalesce(min(record ->> '$.health.since'), '') AS since FROM connectors
    WHERE workspace = :workspace AND health = 'unknown' AND living = 1 AND ${unexpired}`);
  const ofKey = sql.prepare(`
    SELECT connector_id, record ->> '$.keyId' AS key_id, record ->> '$.name' AS name
    FROM connectors
    WHERE workspace = :workspace AND fingerprint = :fingerprint AND living = 1 AND ${unexpired}
    ORDER BY created_ms DESC, connector_id DESC LIMIT ${mostUses}`);
  const elsewhere = sql.prepare(`
    SELECT 1 FROM connectors
    WHERE fingerprint = :fingerprint AND (workspace < :workspace OR workspace > :workspace)
      AND living = 1 AND ${unexpired}
    LIMIT 1`);
  const page = sql.prepare(pageWhere('workspace = :workspace'));
  const pageOfHealth = sql.prepare(pageWhere('workspace = :workspace AND health = :health'));
  const deleted = sql.prepare(`
    SELECT record FROM connectors
    WHERE workspace = :workspace AND living = 0 AND expires_ms > :now AND (expires_ms, connector_id) < (:at, :id)
    ORDER BY expires_ms DESC, connector_id DESC LIMIT :limit`);
  const put = sql.prepare(`
    INSERT INTO connectors VALUES
      (:workspace, :id, :created, :health, :fingerprint, :living, :expires, :record, :due)
    ON CONFLICT DO UPDATE SET
      (created_ms, health, fingerprint, living, expires_ms, record, due_ms) =
      (:created, :health, :fingerprint, :living, :expires, :record, :due)`);
  const due = sql.prepare(`
    SELECT workspace, connector_id, record ->> '$.nextCheckAt' AS next_check_at FROM connectors
    WHERE due_ms <= :until AND (due_ms, workspace, connector_id) > (:ms, :workspace, :id)
    ORDER BY due_ms, workspace, connector_id LIMIT :limit`);

  return {
    find(workspace: WorkspaceId, id: ConnectorId, now: Date): ConnectorRecord | undefined {
      const row = find.get({ workspace, id, now: now.getTime() });
      return row && recordIn(row);
    },
    count(workspace: WorkspaceId, now: Date): number {
      return numberIn(count.get({ workspace, now: now.getTime() }), 'connectors');
    },
    byHealth(workspace: WorkspaceId, now: Date): HealthSummary {
      const values = { workspace, now: now.getTime() };
      return summaryOf(byHealth.all(values), oldestUnknown.get(values));
    },
    page(workspace: WorkspaceId, query: ConnectorQuery, now: Date): ConnectorRecord[] {
      const { limit, after, health } = query;
      const { at, id } = after
        ? { at: instant(after.createdAt), id: after.connectorId }
        : beginning;
      const values = { workspace, limit, at, id, now: now.getTime() };
      const rows = health ? pageOfHealth.all({ ...values, health }) : page.all(values);
      return rows.map((row) => recordIn(row));
    },
    deleted(workspace: WorkspaceId, { limit, after }: DeletedQuery, now: Date): ConnectorRecord[] {
      const { at, id } = after
        ? { at: instant(after.expiresAt), id: after.connectorId }
        : beginning;
      const rows = deleted.all({ workspace, limit, at, id, now: now.getTime() });
      return rows.map((row) => recordIn(row));
    },
    ofKey(workspace: WorkspaceId, fingerprint: string, now: Date): KeyUse[] {
      return ofKey.all({ workspace, fingerprint, now: now.getTime() }).map((row) => ({
        connectorId: textIn(row, 'connector_id'),
        keyId: textIn(row, 'key_id'),
        name: textIn(row, 'name'),
      }));
    },
    isElsewhere(workspace: WorkspaceId, fingerprint: string, now: Date): boolean {
      return elsewhere.get({ workspace, fingerprint, now: now.getTime() }) !== undefined;
    },
    due({ at, limit, after }: DueQuery): DueConnector[] {
      const from = after
        ? { ms: instant(after.nextCheckAt), workspace: after.workspace, id: after.connectorId }
        : { ms: -1, workspace: '', id: '' };
      return due
        .all({ ...from, until: at.getTime(), limit })
        .map((row) => ({ ...placeIn(row), nextCheckAt: textIn(row, 'next_check_at') }));
    },
    put(workspace: WorkspaceId, record: ConnectorRecord): Write {
      const { deletedAt, expiresAt, nextCheckAt } = record;
      const values = {
        workspace,
        id: record.connectorId,
        created: instant(record.createdAt),
        health: listedUnder(record),
        fingerprint: record.key.fingerprint,
        living: deletedAt === undefined ? 1 : 0,
        expires: expiresAt === undefined ? null : instant(expiresAt),
        record: JSON.stringify(record),
        due: nextCheckAt === undefined ? null : instant(nextCheckAt),
      };
      return () => put.run(values);
    },
  };
}

function pageWhere(whose: string): string {
  return `
    SELECT record FROM connectors
    WHERE ${whose} AND living = 1 AND ${unexpired} AND (created_ms, connector_id) < (:at, :id)
    ORDER BY created_ms DESC, connector_id DESC LIMIT :limit`;
}

function placeIn(row: Record<string, SQLOutputValue>) {
  return { workspace: textIn(row, 'workspace'), connectorId: textIn(row, 'connector_id') };
}

function recordIn(row: Record<string, SQLOutputValue>): ConnectorRecord {
  return readStored(connectorRecord, JSON.parse(textIn(row, 'record')));
}
