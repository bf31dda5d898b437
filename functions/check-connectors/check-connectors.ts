import { deliverAnnouncements } from '../../shared/announcing/deliver-announcements.ts';
import { noteUnread } from '../../shared/announcing/note-delivery.ts';
import { furthestCheck } from '../../shared/connectors/furthest-check.ts';
import type { Note } from '../../shared/ports/note.ts';
import type { Announcer } from '../../shared/ports/announcer.ts';
import type { ConnectorStore, DueConnector } from '../../shared/ports/connector-store.ts';
import type { TaskQueue } from '../../shared/ports/task-queue.ts';
import { addTasks } from './add-tasks.ts';
import { nameOf } from './name-of.ts';
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

const announcementsAPass = 200;
/** A pass ends well before the next minute; what is left is another task's. */
const passMs = 25_000;
const endOfTime = new Date('9999-12-31T23:59:59.999Z');

/**
 * One pass over all that is due, the longest due first: a task each, named after the connector and the moment at which it
 * was due, so that two passes over the same make one, until an hour has brought nothing. What the last check could not
 * tell the world is told first.
 */
export async function checkConnectors(
  { after }: { after?: DueConnector | undefined },
  ports: CheckConnectorsPorts,
  note: Note,
): Promise<Passed> {
  const { connectors, queue, now } = ports;
  const began = now();
  const announced = await announcedNow(ports, note);
  if (!after) await noteFleetHealth(connectors, now(), note);
  const inTime = () => now().getTime() - began.getTime() < passMs;
  const { left, ...added } = await addTasks(
    { at: began, after },
    { began, connectors, queue, inTime },
  );
  if (left) await queue.addContinuation({ name: `after-${nameOf(left, began)}`, after: left });
  if (!after) await lookBeyond(began, ports, inTime);
  return { announced, ...added, continued: left !== undefined };
}

/** What cannot be read of what waits keeps nobody from being checked. */
async function announcedNow(ports: CheckConnectorsPorts, note: Note): Promise<number> {
  try {
    const delivered = await deliverAnnouncements({ ...ports, note }, { limit: announcementsAPass });
    return delivered.announced;
  } catch (error) {
    noteUnread(note, error);
    return 0;
  }
}

/** Checks that are planned for later than any is: a wrong clock wrote that. What there is no time for is found again. */
async function lookBeyond(
  began: Date,
  { connectors, queue }: CheckConnectorsPorts,
  inTime: () => boolean,
): Promise<void> {
  const after = justAt(furthestCheck(began));
  await addTasks({ at: endOfTime, after }, { began, connectors, queue, inTime });
}

/** A place in the order of what is due, by its time alone: who is in it comes first or last of that moment. */
function justAt(moment: Date): DueConnector {
  return { workspace: 'any', connectorId: 'any', nextCheckAt: moment.toISOString() };
}
