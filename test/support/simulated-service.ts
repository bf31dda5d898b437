import { checkConnector } from '../../functions/check-connector/check-connector.ts';
import type { CheckConnectorPorts } from '../../functions/check-connector/ports.ts';
import { checkConnectors } from '../../functions/check-connectors/check-connectors.ts';
import { localScheduler } from '../../shared/adapters/local/local-scheduler.ts';
import { localTaskQueue } from '../../shared/adapters/local/local-task-queue.ts';
import { googleCircuit } from '../../shared/limits/google-circuit.ts';
import type { CheckTask } from '../../shared/ports/task-queue.ts';
import type { Note } from '../../shared/ports/note.ts';
import type { Timer } from '../../shared/ports/timer.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';

interface Parts {
  ports: Omit<CheckConnectorPorts, 'circuit' | 'connectors'> & { connectors: ConnectorStore };
  timer: Timer;
  note: Note;
  /** Whether the schedule works. */
  fires: () => boolean;
  /** Told each task as the queue hands it out. */
  handedOut: (task: CheckTask) => void;
}

/** The service as it runs on a laptop, but for a schedule that can fail, and with eyes on its queue. */
export function simulatedService({ ports: given, timer, note, fires, handedOut }: Parts) {
  const ports = { ...given, circuit: googleCircuit({ now: timer.now }) };
  const log = (event: string, facts: Parameters<Note>[1]) => {
    note(event, facts, 'WARNING');
  };
  const pass = async (after?: Parameters<typeof checkConnectors>[0]['after']) =>
    checkConnectors({ after }, { ...ports, queue, now: timer.now }, note);
  const queue = localTaskQueue({
    timer,
    log,
    handlers: {
      checkConnector: async (task, signal) => {
        handedOut(task);
        return checkConnector(task, ports, { signal, note });
      },
      checkConnectors: async ({ after }) => pass(after),
    },
  });
  const scheduler = localScheduler({ timer, log, run: async () => (fires() ? pass() : undefined) });
  return {
    queue,
    async close() {
      await Promise.all([scheduler.close(0), queue.close(0)]);
    },
  };
}
