import { countCheck, type Counted } from '../../shared/announcing/count-check.ts';
import { billedAfter } from '../../shared/connectors/byte-budget.ts';
import type { Drawer } from '../../shared/ports/connector-store.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Report } from '../../shared/schemas/report.ts';

export interface CheckMade extends Counted {
  /** As it was when the check began. */
  record: ConnectorRecord;
}

export function isDue({ nextCheckAt }: ConnectorRecord, now: Date): boolean {
  return nextCheckAt !== undefined && Date.parse(nextCheckAt) <= now.getTime();
}

/** False where the record was changed meanwhile, or another check of it was faster: what was found is of what is no more. */
export async function keptCheck(
  drawer: Drawer,
  workspace: WorkspaceId,
  { record: before, ...made }: CheckMade,
  stamps: Stamps,
): Promise<boolean> {
  const record = await drawer.connector(before.connectorId);
  if (!record) return false;
  if (!stillThat(record, before)) {
    countBytes(drawer, record, made.report, stamps);
    return false;
  }
  countCheck(drawer, workspace, { record, ...made }, stamps);
  return true;
}

export function stillThat(record: ConnectorRecord, before: ConnectorRecord): boolean {
  const same = record.keyId === before.keyId && record.nextCheckAt === before.nextCheckAt;
  return same && record.deletedAt === undefined && !record.paused;
}

/** What was billed counts for the day, whatever became of what was found. */
function countBytes(
  drawer: Drawer,
  record: ConnectorRecord,
  { bytesBilled }: Report,
  stamps: Stamps,
): void {
  if (bytesBilled === 0) return;
  const billed = billedAfter(record.billed, bytesBilled, stamps.now());
  drawer.putConnector({ ...record, billed });
}
