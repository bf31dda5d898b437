import type { ConnectorRecord } from '../../../shared/schemas/records.ts';
import { saveConnector } from '../../support/save-connector.ts';
import type { DeployedPlatform } from '../deployed-platform.ts';

const now = () => new Date();

/** Saved connectors of one workspace that are due, with keys that Google does not know. */
export async function dueConnectors(
  { keys, connectors }: DeployedPlatform,
  workspace: string,
  count: number,
): Promise<ConnectorRecord[]> {
  const saved: ConnectorRecord[] = [];
  for (let number = 0; number < count; number += 1) {
    const email = `reader${String(number)}@acme-analytics.iam.gserviceaccount.com`;
    const dueAt = new Date(now().getTime() - 60_000);
    saved.push(await saveConnector({ keys, connectors, now }, workspace, { email, dueAt, number }));
  }
  return saved;
}
