import { billedAfter } from '../connectors/byte-budget.ts';
import { driftAfter } from '../connectors/drift/drift-after.ts';
import { healthAfter } from '../connectors/health-after.ts';
import { nextCheck } from '../connectors/next-check.ts';
import { rotatedAt } from '../connectors/way-back.ts';
import type { Drawer } from '../ports/connector-store.ts';
import type { Stamps } from '../ports/stamps.ts';
import type { WorkspaceId } from '../schemas/identifiers.ts';
import type { ConnectorRecord } from '../schemas/records.ts';
import type { Report } from '../schemas/report.ts';
import type { Sighting } from '../schemas/sighting.ts';
import { announceChange, announceDrift } from './announce-check.ts';
import { noteDrift } from './note-drift.ts';

/** What a check found. */
export interface Counted {
  report: Report;
  /** Everything was checked, what costs something too: for a day, it need not be done again. */
  full: boolean;
  seen?: Sighting | undefined;
  shapes?: ConnectorRecord['shapes'];
}

/**
 * Writes what a check of a saved connection says about its health, with its line of history and its announcement in the
 * same transaction: whatever is stopped after that loses none of them.
 */
export function countCheck(
  drawer: Drawer,
  workspace: WorkspaceId,
  { record, report, full, seen, shapes = record.shapes }: Counted & { record: ConnectorRecord },
  stamps: Stamps,
): void {
  const { connectorId } = record;
  const now = stamps.now();
  const { health, announce } = healthAfter(record.health, report.outcome, now);
  const check = { seen, outcome: report.outcome, announces: announce !== undefined };
  const drift = driftAfter(record, check, now);
  const atQuota = report.checks.some(({ cause }) => cause?.startsWith('quota-') === true);
  const circumstances = { connectorId, health, rotatedAt: rotatedAt(record), atQuota };
  drawer.putConnector({
    ...record,
    health,
    ...drift.kept,
    latestReport: report,
    shapes,
    billed: billedAfter(record.billed, report.bytesBilled, now),
    ...(!record.paused && { nextCheckAt: nextCheck(circumstances, now).toISOString() }),
    ...(full && { fullyCheckedAt: now.toISOString() }),
  });
  noteDrift(drawer, record, drift, stamps);
  const about = { workspace, record, health, report, differences: drift.told };
  if (announce) announceChange(drawer, announce, about, stamps);
  else if (drift.told.length > 0) announceDrift(drawer, about, stamps);
}
