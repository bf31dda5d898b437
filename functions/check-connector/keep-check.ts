import { countCheck, type Counted } from '../../shared/announcing/count-check.ts';
import { billedAfter } from '../../shared/connectors/byte-budget.ts';
import { furthestCheck } from '../../shared/connectors/furthest-check.ts';
import type { Drawer } from '../../shared/ports/connector-store.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Report } from '../../shared/schemas/report.ts';
import { noteGone } from './look-for-retired.ts';

export interface CheckMade extends Counted {
  /** As it was when the check began. */
  record: ConnectorRecord;
  /** What the record is to remember beside it. */
  noted?: Partial<ConnectorRecord>;
}

/** Due, or so far ahead that only a clock that was wrong can have written it. */
export function isDue({ nextCheckAt }: ConnectorRecord, now: Date): boolean {
  if (nextCheckAt === undefined) return false;
  const due = Date.parse(nextCheckAt);
  return due <= now.getTime() || due > furthestCheck(now).getTime();
}

/**
 * Overtaken where the record was changed meanwhile, or another check of it was faster: what was found is of what is no
 * more. Says too whether there is something to tell the world.
 */
export async function keptCheck(
  drawer: Drawer,
  workspace: WorkspaceId,
  { record: before, noted, ...made }: CheckMade,
  stamps: Stamps,
): Promise<'overtaken' | 'kept' | 'announcing'> {
  const record = await drawer.connector(before.connectorId);
  if (!record) return 'overtaken';
  if (!stillThat(record, before)) {
    countBytes(drawer, record, made.report, stamps);
    return 'overtaken';
  }
  let outcome: 'kept' | 'announcing' = 'kept';
  const seen: Drawer = {
    ...drawer,
    addAnnouncement(event) {
      outcome = 'announcing';
      drawer.addAnnouncement(event);
    },
  };
  countCheck(seen, workspace, { record: { ...record, ...noted }, ...made }, stamps);
  noteGone(drawer, record, noted?.retired, stamps);
  return outcome;
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
