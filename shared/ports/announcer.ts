import type { Announcement } from '../schemas/announcement.ts';

/** Tells the world. */
export interface Announcer {
  /** Resolves once the event is safe with whoever hands it on; the same event may be announced again. */
  announce(event: Announcement): Promise<void>;
}
