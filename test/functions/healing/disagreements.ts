import type { DatabaseSync } from 'node:sqlite';
import { afterDeletion } from '../../../shared/connectors/after-deletion.ts';
import { foldedName } from '../../../shared/schemas/name-text.ts';
import {
  type ConnectorRecord,
  connectorRecord,
  keyRecord,
} from '../../../shared/schemas/records.ts';

/** Whatever of one workspace's records, names and keys does not fit the rest, each in a sentence; read from the tables. */
export function disagreements(sql: DatabaseSync, now: Date): string[] {
  const living = { now: now.getTime() };
  const unexpired = 'expires_ms IS NULL OR expires_ms > :now';
  const all = (query: string) => sql.prepare(query).all(living);
  const records = all(`SELECT record FROM connectors WHERE ${unexpired}`).map(({ record }) =>
    connectorRecord.parse(JSON.parse(String(record))),
  );
  const keys = new Map(
    all(`SELECT record FROM keys WHERE ${unexpired}`).map(({ record }) => {
      const key = keyRecord.parse(JSON.parse(String(record)));
      return [key.keyId, key];
    }),
  );
  const secrets = new Map(
    all(`SELECT key_id, expires_ms FROM sealed_keys WHERE ${unexpired}`).map((row) => [
      String(row.key_id),
      row.expires_ms === null ? undefined : Number(row.expires_ms),
    ]),
  );
  const names = sql.prepare('SELECT folded_name, connector_id FROM names').all();

  const found: string[] = [];
  const expectThat = (holds: boolean, otherwise: string) => {
    if (!holds) found.push(otherwise);
  };
  const ends = (id: string, keyId: string, until: number | undefined) => {
    expectThat(secrets.has(keyId), `${id}: the secret of ${keyId} is lost`);
    expectThat(secrets.get(keyId) === until, `${id}: ${keyId} has another end in the vault`);
    const noted = keys.get(keyId);
    expectThat(noted?.connectorId === id, `${id}: ${keyId} is not noted as its own`);
    const end = noted?.expiresAt === undefined ? undefined : Date.parse(noted.expiresAt);
    expectThat(end === until, `${id}: ${keyId} has another end in the store`);
  };
  for (const { connectorId: id, keyId, previous, deletedAt } of records) {
    const keyUntil =
      deletedAt === undefined ? undefined : afterDeletion(new Date(deletedAt)).keyUntil;
    ends(id, keyId, keyUntil?.getTime());
    const until = Date.parse(previous?.until ?? '');
    if (previous && until > now.getTime()) ends(id, previous.keyId, until);
  }
  const alive = records.filter(({ deletedAt }) => deletedAt === undefined);
  const current = new Set(alive.map(({ keyId }) => keyId));
  for (const [keyId, expiry] of secrets) {
    const forgotten = expiry === undefined && !current.has(keyId);
    expectThat(!forgotten, `${keyId} stays for ever, and no living connector names it`);
  }
  expectThat(same(names.map(nameOf), alive.map(bearing)), 'names and connectors do not agree');
  return found;
}

/** Secrets to which nothing can return: no connector's, not the one before, and none that waits for one. */
export function lingering(sql: DatabaseSync, now: Date): string[] {
  const unexpired = 'expires_ms IS NULL OR expires_ms > :now';
  const all = (query: string) =>
    sql.prepare(`${query} WHERE ${unexpired}`).all({ now: now.getTime() });
  const records = all('SELECT record FROM connectors').map(({ record }) =>
    connectorRecord.parse(JSON.parse(String(record))),
  );
  const named = new Set(records.flatMap(({ keyId, previous }) => [keyId, previous?.keyId]));
  for (const { key_id } of all('SELECT key_id, connector_id FROM keys').filter(isPending))
    named.add(String(key_id));
  return all('SELECT key_id FROM sealed_keys')
    .map(({ key_id }) => String(key_id))
    .filter((keyId) => !named.has(keyId));
}

const isPending = ({ connector_id }: Record<string, unknown>) => connector_id === null;

const nameOf = (row: Record<string, unknown>) =>
  `${String(row.folded_name)}: ${String(row.connector_id)}`;
const bearing = ({ name, connectorId }: ConnectorRecord) => `${foldedName(name)}: ${connectorId}`;
const same = (one: string[], other: string[]) =>
  JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());
