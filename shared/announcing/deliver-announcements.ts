import type { Announcer } from '../ports/announcer.ts';
import type { ConnectorStore } from '../ports/connector-store.ts';
import type { Announcement, UnknownAnnouncement } from '../schemas/announcement.ts';
import type { Note } from '../ports/note.ts';
import { noteAnnounced, noteUnannounced, noteUnknown } from './note-delivery.ts';

export interface Delivering {
  connectors: Pick<ConnectorStore, 'announcements' | 'announced'>;
  announcer: Announcer;
  note: Note;
  /** What was written before this moment is delivered, and what a clock wrote that was wrong by more than an hour. */
  now: () => Date;
}

export interface Delivery {
  announced: number;
  /** Of those that were taken in hand: they wait for the next pass. */
  waiting: number;
}

const hourMs = 60 * 60 * 1000;
const endOfTime = new Date('9999-12-31T23:59:59.999Z');

/**
 * Announces what waits, the oldest first, and takes each out once it is safe with the receiver. Whoever is stopped
 * between the two announces it again. Connectors go side by side, so that trouble with one is nobody else's; within one
 * the order holds, also behind what only a later release can tell, and a receiver that is silent costs a pass no more than one announcement's patience.
 */
export async function deliverAnnouncements(
  { connectors, announcer, note, now }: Delivering,
  { limit }: { limit: number },
): Promise<Delivery> {
  const at = now().getTime();
  const some = await connectors.announcements({ limit, before: endOfTime });
  const waiting = some.filter(({ time }) => {
    const ahead = Date.parse(time) - at;
    return ahead < 0 || ahead > hourMs; // who wrote what is a little ahead may be delivering it right now
  });
  const lines = Map.groupBy(waiting, ({ source, subject }) => `${source}/${subject}`);
  const passed = await Promise.all([...lines.values()].map(async (line) => tell(line)));
  const announced = passed.reduce((sum, each) => sum + each, 0);
  return { announced, waiting: waiting.length - announced };

  /** One connector's announcements, until one fails; says how many were announced. */
  async function tell(line: (Announcement | UnknownAnnouncement)[]): Promise<number> {
    for (const [before, event] of line.entries()) {
      if ('unknown' in event) {
        noteUnknown(note, event, line.length - before);
        return before;
      }
      try {
        await announcer.announce(event);
        await connectors.announced(event);
      } catch (error) {
        noteUnannounced(note, event, line.length - before, error);
        return before;
      }
      noteAnnounced(note, event);
    }
    return line.length;
  }
}
