import { announcementOf } from '../../shared/announcing/announcement-of.ts';
import { changeExpiry, changeOf } from '../../shared/connectors/change-of.ts';
import { healthAfter } from '../../shared/connectors/health-after.ts';
import { nextCheck } from '../../shared/connectors/next-check.ts';
import type { Drawer } from '../../shared/ports/connector-store.ts';
import type { Stamps } from '../../shared/ports/stamps.ts';
import type { WorkspaceId } from '../../shared/schemas/identifiers.ts';
import type { ConnectorRecord } from '../../shared/schemas/records.ts';
import type { Check, Report } from '../../shared/schemas/report.ts';

export interface CheckMade {
  /** As it was when the check began. */
  record: ConnectorRecord;
  report: Report;
  full: boolean;
}

export function isDue({ nextCheckAt }: ConnectorRecord, now: Date): boolean {
  return nextCheckAt !== undefined && Date.parse(nextCheckAt) <= now.getTime();
}

/**
 * Writes what a check found, with its announcement in the same transaction. False where the record was changed
 * meanwhile, or another check of it was faster: what was found is of something that is no more.
 */
export async function keptCheck(
  drawer: Drawer,
  workspace: WorkspaceId,
  { record: before, report, full }: CheckMade,
  stamps: Stamps,
): Promise<boolean> {
  const { connectorId } = before;
  const record = await drawer.connector(connectorId);
  if (!record || !stillThat(record, before)) return false;
  const now = stamps.now();
  const { health, announce } = healthAfter(record.health, report.outcome, now);
  const failing = report.checks.find(({ outcome }) => outcome === report.outcome);
  const atQuota = report.checks.some(({ cause }) => cause?.startsWith('quota-') === true);
  drawer.putConnector({
    ...record,
    health,
    latestReport: report,
    nextCheckAt: nextCheck(
      { connectorId, health, rotatedAt: rotatedAt(record), atQuota },
      now,
    ).toISOString(),
    ...(full && report.outcome !== 'inconclusive' && { fullyCheckedAt: now.toISOString() }),
  });
  if (!announce) return true;
  const detail = `${announce.from} → ${announce.to}`;
  const change = changeOf(stamps, 'service', 'health-changed', detail);
  drawer.addChange(connectorId, change, changeExpiry(change));
  const said = { ...announce, workspace, connectorId, name: record.name, since: health.since };
  const found = announce.to === 'healthy' ? {} : whatWasFound(failing);
  drawer.addAnnouncement(
    announcementOf(stamps, { ...said, ...found, checkedAt: health.checkedAt }),
  );
  return true;
}

/** Nobody has changed it, and no other check of it was faster. */
export function stillThat(record: ConnectorRecord, before: ConnectorRecord): boolean {
  const same = record.keyId === before.keyId && record.nextCheckAt === before.nextCheckAt;
  return same && record.deletedAt === undefined && !record.paused;
}

/** How long the key from before a rotation is kept. */
const keptMs = 7 * 24 * 60 * 60 * 1000;

export function rotatedAt({ previous }: ConnectorRecord): Date | undefined {
  return previous && new Date(Date.parse(previous.until) - keptMs);
}

function whatWasFound(check: Check | undefined) {
  if (!check) return {};
  const { id, cause, detail, remedy } = check;
  return {
    check: id,
    ...(cause !== undefined && { cause }),
    detail,
    ...(remedy && { remedyText: remedy.text }),
  };
}
