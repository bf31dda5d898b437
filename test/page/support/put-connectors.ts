import { localConnectorStore } from '../../../shared/adapters/local/local-connector-store.ts';
import { openLocalDatabase } from '../../../shared/adapters/local/local-database.ts';
import { systemStamps } from '../../../shared/adapters/system/system-stamps.ts';
import { changeExpiry, changeOf } from '../../../shared/connectors/change-of.ts';
import type { ConnectorRecord } from '../../../shared/schemas/records.ts';
import { sampleConnector, sampleId } from '../../support/sample-records.ts';
import { foldedName } from '../../../shared/schemas/name-text.ts';

const minuteMs = 60_000;

/** So many connectors as they lie in a workspace, the first the oldest, none of them due for a check. */
export async function putConnectors(
  stateFolder: string,
  workspace: string,
  number: number,
  record: (n: number) => Partial<ConnectorRecord>,
): Promise<void> {
  const database = openLocalDatabase(stateFolder);
  const { now } = systemStamps;
  const store = localConnectorStore({ database, now });
  const before = (minutes: number) => new Date(now().getTime() - minutes * minuteMs).toISOString();
  await store.transaction(workspace, async (drawer) => {
    for (let n = 1; n <= number; n += 1) {
      const at = before(number - n + 60);
      const connectorId = sampleId('connector', n);
      const stamps = { createdAt: at, createdBy: 'ada', updatedAt: at, updatedBy: 'ada' };
      const connector = sampleConnector({
        connectorId,
        ...stamps,
        etag: `edition-${String(n)}`,
        health: { state: 'healthy', since: before(26 * 60), checkedAt: before(12) },
        ...record(n),
      });
      drawer.putConnector(connector);
      drawer.putName(foldedName(connector.name), connectorId);
      const change = changeOf(systemStamps, 'ada', 'created', connector.name);
      drawer.addChange(connectorId, change, changeExpiry(change));
    }
  });
  database.close();
}
