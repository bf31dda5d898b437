import * as z from 'zod';
import { driftEvent } from './drift-event.ts';
import { healthEvent } from './health-event.ts';
import type { WorkspaceId } from './identifiers.ts';

/** All that is announced to the world. */
export const announcement = z.discriminatedUnion('type', [healthEvent, driftEvent]);
export type Announcement = z.infer<typeof announcement>;

/** The event, as far as it may lie in this workspace: what cannot be read again would stand in the way of all others. */
export function announcementIn(workspace: WorkspaceId, event: Announcement): Announcement {
  const read = announcement.parse(event);
  if (read.data.workspace === workspace) return read;
  throw new Error('An announcement lies in the workspace of its connector.');
}
