import { deliverAnnouncements } from '../../shared/announcing/deliver-announcements.ts';
import type { Note } from '../../shared/ports/note.ts';
import type { Announcer } from '../../shared/ports/announcer.ts';
import type { ConnectorStore, DueConnector } from '../../shared/ports/connector-store.ts';
import type { TaskQueue } from '../../shared/ports/task-queue.ts';
import { noteFleetHealth } from './note-fleet-health.ts';

export interface CheckConnectorsPorts {
  connectors: Pick<
    ConnectorStore,
    'due' | 'announcements' | 'announced' | 'fleetHealth' | 'transaction'
  >;
  queue: TaskQueue;
  announcer: Announcer;
  now: () => Date;
}

export interface Passed {
  added: number;
  /** Of which a task was there already. */
  known: number;
  announced: number;
  continued: boolean;
}

const pageSize = 200;
const atOnce = 20;
const announcementsAPass = 200;
/** A pass ends well before the next minute; what is left is another task's. */
const passMs = 25_000;

/**
 * One pass over all that is due, the longest due first: a task each, named after the connector and the moment at which it
 * was due, so that two passes over the same make one. What the last check could not tell the world is told first.
 */
export async function checkConnectors(
  { after }: { after?: DueConnector | undefined },
  { connectors, queue, announcer, now }: CheckConnectorsPorts,
  note: Note,
): Promise<Passed> {
  const began = now();
  const delivering = { connectors, announcer, note, now };
  const { announced } = await deliverAnnouncements(delivering, { limit: announcementsAPass });
  if (!after) await noteFleetHealth(connectors, now(), note);
  const passed: Passed = { added: 0, known: 0, announced, continued: false };
  let last = after;
  for (;;) {
    const due = await connectors.due({ at: began, limit: pageSize, after: last });
    for (let from = 0; from < due.length; from += atOnce) {
      const some = due.slice(from, from + atOnce);
      const answers = await Promise.all(some.map(async (each) => queue.add(taskOf(each))));
      for (const answer of answers) passed[answer] += 1;
    }
    last = due.at(-1);
    if (!last || due.length < pageSize) return passed;
    if (now().getTime() - began.getTime() < passMs) continue;
    await queue.addContinuation({ name: `after-${taskOf(last).name}`, after: last });
    return { ...passed, continued: true };
  }
}

function taskOf({ workspace, connectorId, nextCheckAt }: DueConnector) {
  return { name: `${connectorId}-${String(Date.parse(nextCheckAt))}`, workspace, connectorId };
}
