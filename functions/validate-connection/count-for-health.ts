import { countCheck } from '../../shared/announcing/count-check.ts';
import { isSameConnection } from '../../shared/connectors/is-same-connection.ts';
import { shapesAfter } from '../../shared/connectors/shapes-after.ts';
import type { Drawer } from '../../shared/ports/connector-store.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { Connection } from '../../shared/schemas/connection.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord, ValidationRecord } from '../../shared/schemas/records.ts';

/**
 * "Check now" of a saved connection, exactly as it was saved, counts for its health as a check of the schedule does. Of one
 * that was given another connection meanwhile it tells nothing.
 */
export function countForHealth(
  drawer: Drawer,
  workspace: WorkspaceId,
  connector: ConnectorRecord,
  { report, keyId, sighting: seen, saved }: ValidationRecord & { saved: Connection | undefined },
  stamps: Stamps,
): void {
  if (connector.deletedAt !== undefined || connector.keyId !== keyId) return;
  if (!isSameConnection(connector.connection, saved)) return;
  const shapes = shapesAfter(connector.shapes, { checks: report.checks, seen });
  const full = report.outcome !== 'inconclusive';
  countCheck(drawer, workspace, { record: connector, report, full, seen, shapes }, stamps);
}
