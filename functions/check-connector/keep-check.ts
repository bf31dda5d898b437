import { countCheck } from '../../shared/announcing/count-check.ts';
import type { Drawer } from '../../shared/ports/connector-store.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Report } from '../../shared/schemas/report.ts';
import { noteGone } from './look-for-retired.ts';

export interface CheckMade {
  /** As it was when the check began. */
  record: ConnectorRecord;
  report: Report;
  full: boolean;
  /** What the record is to remember beside it. */
  noted?: Partial<ConnectorRecord>;
}

export function isDue({ nextCheckAt }: ConnectorRecord, now: Date): boolean {
  return nextCheckAt !== undefined && Date.parse(nextCheckAt) <= now.getTime();
}

/** False where the record was changed meanwhile, or another check of it was faster: what was found is of what is no more. */
export async function keptCheck(
  drawer: Drawer,
  workspace: WorkspaceId,
  { record: before, report, full, noted }: CheckMade,
  stamps: Stamps,
): Promise<boolean> {
  const record = await drawer.connector(before.connectorId);
  if (!record || !stillThat(record, before)) return false;
  countCheck(drawer, workspace, { record: { ...record, ...noted }, report, full }, stamps);
  noteGone(drawer, record, noted?.retired, stamps);
  return true;
}

export function stillThat(record: ConnectorRecord, before: ConnectorRecord): boolean {
  const same = record.keyId === before.keyId && record.nextCheckAt === before.nextCheckAt;
  return same && record.deletedAt === undefined && !record.paused;
}
