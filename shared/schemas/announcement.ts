import * as z from 'zod';
import { driftEvent } from './drift-event.ts';
import { healthEvent } from './health-event.ts';
import type { WorkspaceId } from './identifiers.ts';
import { readStored } from './read-stored.ts';

/** All that is announced to the world. */
export const announcement = z.discriminatedUnion('type', [healthEvent, driftEvent]);
export type Announcement = z.infer<typeof announcement>;

/** The event, as far as it may lie in this workspace: what cannot be read again would stand in the way of all others. */
export function announcementIn(workspace: WorkspaceId, event: Announcement): Announcement {
  const read = announcement.parse(event);
  if (read.data.workspace === workspace) return read;
  throw new Error('An announcement lies in the workspace of its connector.');
}

/** What a later release wrote to be announced, as far as any release can read it: whose it is. */
const unknownAnnouncement = z.object({
  id: z.string().max(100),
  time: z.iso.datetime(),
  source: z.string().max(200),
  subject: z.string().max(200),
});
export type UnknownAnnouncement = z.infer<typeof unknownAnnouncement> & { unknown: true };

/** Of a kind that this release does not know, it waits for one that does. */
export function readAnnouncement(stored: unknown): Announcement | UnknownAnnouncement {
  try {
    return readStored(announcement, stored);
  } catch (error) {
    const { data } = unknownAnnouncement.safeParse(stored);
    if (!data) throw error;
    return { ...data, unknown: true };
  }
}
