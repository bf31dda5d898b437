import { deliverAnnouncements } from '../../shared/announcing/deliver-announcements.ts';
import { furthestCheck } from '../../shared/connectors/furthest-check.ts';
import type { Note } from '../../shared/ports/note.ts';
import type { Announcer } from '../../shared/ports/announcer.ts';
import type { ConnectorStore, DueConnector, DueQuery } from '../../shared/ports/connector-store.ts';
import type { TaskQueue } from '../../shared/ports/task-queue.ts';

export interface CheckConnectorsPorts {
  connectors: Pick<ConnectorStore, 'due' | 'announcements' | 'announced'>;
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

const pageSize = 500;
const atOnce = 50;
const announcementsAPass = 200;
/** A pass ends well before the next minute; what is left is another task's. */
const passMs = 25_000;
const endOfTime = new Date('9999-12-31T23:59:59.999Z');

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
  const passed: Passed = { added: 0, known: 0, announced, continued: false };
  const left = await addAll({ at: began, after });
  if (left) {
    await queue.addContinuation({ name: `after-${taskOf(left).name}`, after: left });
    return { ...passed, continued: true };
  }
  // Of these there are none, but where a clock was wrong. What there is no time for, the next pass finds again.
  if (!after) await addAll({ at: endOfTime, after: justAt(furthestCheck(began)) });
  return passed;

  /** Page after page; says where it was when its time was over. */
  async function addAll(query: Pick<DueQuery, 'at' | 'after'>): Promise<DueConnector | undefined> {
    let last: DueConnector | undefined;
    for (;;) {
      const due = await connectors.due({ ...query, ...(last && { after: last }), limit: pageSize });
      for (let from = 0; from < due.length; from += atOnce) {
        if (last && now().getTime() - began.getTime() >= passMs) return last;
        const some = due.slice(from, from + atOnce);
        const answers = await Promise.all(some.map(async (each) => queue.add(taskOf(each))));
        for (const answer of answers) passed[answer] += 1;
        last = some.at(-1);
      }
      if (due.length < pageSize) return undefined;
    }
  }
}

function taskOf({ workspace, connectorId, nextCheckAt }: DueConnector) {
  return { name: `${connectorId}-${String(Date.parse(nextCheckAt))}`, workspace, connectorId };
}

/** A place in the order of what is due, by its time alone: who is in it comes first or last of that moment. */
function justAt(moment: Date): DueConnector {
  return { workspace: 'any', connectorId: 'any', nextCheckAt: moment.toISOString() };
}
