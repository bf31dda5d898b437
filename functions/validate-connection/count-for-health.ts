import { countCheck } from '../../shared/announcing/count-check.ts';
import type { Drawer } from '../../shared/ports/connector-store.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord, ValidationRecord } from '../../shared/schemas/records.ts';

/** "Check now" of a saved connection, exactly as it was saved, counts for its health as a check of the schedule does. */
export function countForHealth(
  drawer: Drawer,
  workspace: WorkspaceId,
  connector: ConnectorRecord,
  { report, keyId }: ValidationRecord,
  stamps: Stamps,
): void {
  if (connector.deletedAt !== undefined || connector.keyId !== keyId) return;
  countCheck(drawer, workspace, { record: connector, report, full: true }, stamps);
}
