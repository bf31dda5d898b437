import { Firestore } from '@google-cloud/firestore';
import { firestoreConnectorStore } from '../../shared/adapters/google/firestore-connector-store.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import type { Platform } from '../deployed-service/platform.ts';

/** Has a saved connector be due now, where its first check would come within minutes. */
export async function fallDue(
  { projectId, database: databaseId, firestoreHost: host }: Platform,
  workspace: string,
  connectorId: string,
): Promise<void> {
  const firestore = new Firestore({
    projectId,
    databaseId,
    host,
    ssl: false,
    customHeaders: { Authorization: 'Bearer owner' },
    ignoreUndefinedProperties: true,
  });
  const { now } = systemStamps;
  await firestoreConnectorStore({ firestore, now }).transaction(workspace, async (drawer) => {
    const record = await drawer.connector(connectorId);
    if (!record) throw new Error(`There is no connector ${connectorId}.`);
    drawer.putConnector({ ...record, nextCheckAt: now().toISOString() });
  });
  await firestore.terminate();
}
