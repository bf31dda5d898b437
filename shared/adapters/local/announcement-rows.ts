import type { DatabaseSync } from 'node:sqlite';
import type { AnnouncementQuery } from '../../ports/connector-store.ts';
import {
  type Announcement,
  announcementIn,
  readAnnouncement,
  type UnknownAnnouncement,
} from '../../schemas/announcement.ts';
import type { WorkspaceId } from '../../schemas/identifiers.ts';
import { textIn } from './columns.ts';
import { instant } from './instant.ts';
import type { Write } from './write.ts';

/** What waits to be announced: written with the change that it tells, taken out when it was told. */
export function announcementRows(sql: DatabaseSync) {
  const page = sql.prepare(`
    SELECT event FROM announcements WHERE at_ms < :before
    ORDER BY at_ms, workspace, event_id LIMIT :limit`);
  const add = sql.prepare('INSERT INTO announcements VALUES (:workspace, :id, :at, :event)');
  const remove = sql.prepare(
    'DELETE FROM announcements WHERE workspace = :workspace AND event_id = :id',
  );

  return {
    page({ limit, before }: AnnouncementQuery): (Announcement | UnknownAnnouncement)[] {
      return page
        .all({ limit, before: before.getTime() })
        .map((row) => readAnnouncement(JSON.parse(textIn(row, 'event'))));
    },
    add(workspace: WorkspaceId, event: Announcement): Write {
      const { id, time } = event;
      const values = {
        id,
        at: instant(time),
        event: JSON.stringify(announcementIn(workspace, event)),
      };
      return () => add.run({ ...values, workspace });
    },
    remove({ id, data: { workspace } }: Announcement): void {
      remove.run({ workspace, id });
    },
  };
}
