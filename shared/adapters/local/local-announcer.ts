import type { Announcer } from '../../ports/announcer.ts';
import type { Announcement } from '../../schemas/announcement.ts';

export interface LocalAnnouncer extends Announcer {
  /** What was announced last, the newest last: as many as anybody looks at. */
  latest: () => Announcement[];
}

const kept = 100;

/** In place of a topic: keeps what was announced as long as the process runs. */
export function localAnnouncer(): LocalAnnouncer {
  let announced: Announcement[] = [];
  return {
    async announce(event) {
      announced = [...announced, structuredClone(event)].slice(-kept);
    },
    latest: () => structuredClone(announced),
  };
}
