import type { Announcer } from '../../ports/announcer.ts';
import type { HealthEvent } from '../../schemas/health-event.ts';

export interface LocalAnnouncer extends Announcer {
  /** What was announced last, the newest last: as many as anybody looks at. */
  latest: () => HealthEvent[];
}

const kept = 100;

/** In place of a topic: keeps what was announced as long as the process runs. */
export function localAnnouncer(): LocalAnnouncer {
  let announced: HealthEvent[] = [];
  return {
    async announce(event) {
      announced = [...announced, structuredClone(event)].slice(-kept);
    },
    latest: () => structuredClone(announced),
  };
}
