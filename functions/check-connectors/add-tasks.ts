import type { ConnectorStore, DueConnector, DueQuery } from '../../shared/ports/connector-store.ts';
import type { TaskQueue } from '../../shared/ports/task-queue.ts';
import { nameOf } from './name-of.ts';

export interface Added {
  added: number;
  /** Of which a task was there already. */
  known: number;
  /** Where the time was over: the last for which there is a task. */
  left?: DueConnector;
}

interface With {
  /** When the pass began. */
  began: Date;
  connectors: Pick<ConnectorStore, 'due'>;
  queue: Pick<TaskQueue, 'add'>;
  inTime: () => boolean;
}

const pageSize = 500;
const atOnce = 50;

/** A task for each that is due, page after page, as long as there is time. */
export async function addTasks(
  query: Pick<DueQuery, 'at' | 'after'>,
  { began, connectors, queue, inTime }: With,
): Promise<Added> {
  const so: Added = { added: 0, known: 0 };
  let last = query.after;
  for (;;) {
    const due = await connectors.due({ ...query, limit: pageSize, after: last });
    for (let from = 0; from < due.length; from += atOnce) {
      const some = due.slice(from, from + atOnce);
      const answers = await Promise.all(some.map(async (each) => queue.add(checkOf(each, began))));
      for (const answer of answers) so[answer] += 1;
      last = some.at(-1);
      const more = due.length === pageSize || from + atOnce < due.length;
      if (last && more && !inTime()) return { ...so, left: last };
    }
    if (due.length < pageSize) return so;
  }
}

function checkOf(due: DueConnector, now: Date) {
  const { workspace, connectorId } = due;
  return { name: nameOf(due, now), workspace, connectorId };
}
