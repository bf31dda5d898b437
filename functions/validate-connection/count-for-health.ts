import type { Drawer } from '../../shared/ports/connector-store.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import { changeOf, changeExpiry } from '../../shared/connectors/change-of.ts';
import type { ConnectorRecord, ValidationRecord } from '../../shared/schemas/records.ts';
import { healthAfter } from '../../shared/connectors/health-after.ts';

/** What a check of a saved connection, exactly as it was saved, says about its health. */
export function countForHealth(
  drawer: Drawer,
  connector: ConnectorRecord,
  { report, keyId }: ValidationRecord,
  stamps: Stamps,
): void {
  if (connector.deletedAt !== undefined || connector.keyId !== keyId) return;
  const { health } = healthAfter(connector.health, report.outcome, new Date(report.validatedAt));
  drawer.putConnector({ ...connector, health, latestReport: report });
  if (health.state === connector.health.state) return;
  const detail = `${connector.health.state} → ${health.state}`;
  const change = changeOf(stamps, 'service', 'health-changed', detail);
  drawer.addChange(connector.connectorId, change, changeExpiry(change));
}
