import { changeExpiry, changeOf } from '../connectors/change-of.ts';
import { healthAfter } from '../connectors/health-after.ts';
import { nextCheck } from '../connectors/next-check.ts';
import { rotatedAt } from '../connectors/rotated-at.ts';
import type { Drawer } from '../ports/connector-store.ts';
import type { Stamps } from '../ports/stamps.ts';
import type { WorkspaceId } from '../schemas/identifiers.ts';
import type { ConnectorRecord } from '../schemas/records.ts';
import type { Check, Report } from '../schemas/report.ts';
import { announcementOf } from './announcement-of.ts';

/**
 * Writes what a check of a saved connection says about its health, with its line of history and its announcement in the
 * same transaction: whatever is stopped after that loses none of them.
 */
export function countCheck(
  drawer: Drawer,
  workspace: WorkspaceId,
  { record, report, full }: { record: ConnectorRecord; report: Report; full: boolean },
  stamps: Stamps,
): void {
  const { connectorId } = record;
  const now = stamps.now();
  const { health, announce } = healthAfter(record.health, report.outcome, now);
  const atQuota = report.checks.some(({ cause }) => cause?.startsWith('quota-') === true);
  const circumstances = { connectorId, health, rotatedAt: rotatedAt(record), atQuota };
  drawer.putConnector({
    ...record,
    health,
    latestReport: report,
    ...(!record.paused && { nextCheckAt: nextCheck(circumstances, now).toISOString() }),
    ...(full && report.outcome !== 'inconclusive' && { fullyCheckedAt: now.toISOString() }),
  });
  if (!announce) return;
  const detail = `${announce.from} → ${announce.to}`;
  const change = changeOf(stamps, 'service', 'health-changed', detail);
  drawer.addChange(connectorId, change, changeExpiry(change));
  const said = { ...announce, workspace, connectorId, name: record.name, since: health.since };
  const found = announce.to === 'healthy' ? {} : whatWasFound(report);
  drawer.addAnnouncement(
    announcementOf(stamps, { ...said, ...found, checkedAt: health.checkedAt }),
  );
}

/** The first check that made the report what it is. */
function whatWasFound({ checks, outcome }: Report) {
  const check: Check | undefined = checks.find((each) => each.outcome === outcome);
  if (!check) return {};
  const { id, cause, detail, remedy } = check;
  return {
    check: id,
    ...(cause !== undefined && { cause }),
    detail,
    ...(remedy && { remedyText: remedy.text }),
  };
}
