import type { ConnectorStore } from '../../../shared/ports/connector-store.ts';
import type { Announcement } from '../../../shared/schemas/announcement.ts';
import { write } from './store-under-test.ts';

/** Announcements that tell of nothing else, in a transaction of their own. */
export async function put(store: ConnectorStore, workspace: string, ...events: Announcement[]) {
  await write(
    store,
    (drawer) => {
      for (const event of events) drawer.addAnnouncement(event);
    },
    workspace,
  );
}
