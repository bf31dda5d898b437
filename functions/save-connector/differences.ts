import { isSameConnection } from '../../shared/connectors/is-same-connection.ts';
import type { Change } from '../../shared/schemas/connector.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';

/** What an edit changed, in the words of the connector's history. */
export function differences(
  before: ConnectorRecord,
  after: ConnectorRecord,
): [Change['what'], string][] {
  const all: [boolean, Change['what'], string][] = [
    [after.name !== before.name, 'renamed', `${before.name} → ${after.name}`],
    [
      after.keyId !== before.keyId,
      'key-rotated',
      `${before.key.privateKeyId} → ${after.key.privateKeyId}`,
    ],
    [!isSameConnection(after.connection, before.connection), 'connection-changed', describe(after)],
    [after.paused && !before.paused, 'paused', ''],
    [!after.paused && before.paused, 'resumed', ''],
  ];
  return all.flatMap(([differs, what, detail]) => (differs ? [[what, detail]] : []));
}

function describe({ connection: { uniqueContactField: field } }: ConnectorRecord): string {
  if (!field) return '';
  return `${field.project}.${field.dataset}.${field.table}.${field.column} ↔ ${field.contactKey.type}`;
}
