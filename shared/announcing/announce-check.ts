import { changeExpiry, changeOf } from '../connectors/change-of.ts';
import type { HealthAfter } from '../connectors/health-after.ts';
import type { Drawer } from '../ports/connector-store.ts';
import type { Stamps } from '../ports/stamps.ts';
import type { Difference } from '../schemas/drift.ts';
import type { Health } from '../schemas/health.ts';
import type { WorkspaceId } from '../schemas/identifiers.ts';
import type { ConnectorRecord } from '../schemas/records.ts';
import type { Check, Report } from '../schemas/report.ts';
import { announcementOf, driftAnnouncementOf } from './announcement-of.ts';

/** What a check found, as far as the world is told of it. */
interface Found {
  workspace: WorkspaceId;
  record: ConnectorRecord;
  health: Health;
  report: Report;
  /** Those that are told for the first time. */
  differences: Difference[];
}

/** A change of health, in the connector's history and to the world; what drifted is told with it. */
export function announceChange(
  drawer: Drawer,
  announce: NonNullable<HealthAfter['announce']>,
  { workspace, record, health, report, differences }: Found,
  stamps: Stamps,
): void {
  const { connectorId, name } = record;
  const change = changeOf(stamps, 'service', 'health-changed', `${announce.from} → ${announce.to}`);
  drawer.addChange(connectorId, change, changeExpiry(change));
  const { since, checkedAt } = health;
  const announcement = announcementOf(stamps, {
    ...announce,
    workspace,
    connectorId,
    name,
    since,
    ...(announce.to !== 'healthy' && whatWasFound(report)),
    checkedAt,
    ...(differences.length > 0 && { differences }),
  });
  drawer.addAnnouncement(announcement);
}

/** What drifted while the connector works. */
export function announceDrift(
  drawer: Drawer,
  { workspace, record, health, differences }: Found,
  stamps: Stamps,
): void {
  const { connectorId, name } = record;
  const { state, checkedAt } = health;
  const found = { workspace, connectorId, name, state, checkedAt, differences };
  drawer.addAnnouncement(driftAnnouncementOf(stamps, found));
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
