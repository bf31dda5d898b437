import { checkConnector } from '../../functions/check-connector/check-connector.ts';
import type { CheckConnectorPorts } from '../../functions/check-connector/ports.ts';
import { checkConnectors } from '../../functions/check-connectors/check-connectors.ts';
import { googleCircuit } from '../../shared/limits/google-circuit.ts';
import { localAnnouncer } from '../../shared/adapters/local/local-announcer.ts';
import { localScheduler } from '../../shared/adapters/local/local-scheduler.ts';
import { localTaskQueue } from '../../shared/adapters/local/local-task-queue.ts';
import { systemTimer } from '../../shared/adapters/system/system-timer.ts';
import type { Note } from '../../shared/ports/note.ts';
import { log } from '../../shared/http/log.ts';
import type { ConnectorStore } from '../../shared/ports/connector-store.ts';
import type { Timer } from '../../shared/ports/timer.ts';
import type { Announcement } from '../../shared/schemas/announcement.ts';

export interface HealthParts {
  ports: Omit<CheckConnectorPorts, 'announcer' | 'circuit' | 'connectors'> & {
    connectors: ConnectorStore;
  };
  timer?: Timer;
  note?: Note;
}

export interface HealthInProcess {
  /** The last hundred announcements, the newest last. */
  announced: () => Announcement[];
  close: () => Promise<void>;
}

const toLog: Note = (event, facts, severity = 'INFO') => {
  log(severity, event, facts);
};

const graceMs = 500;

/** What scheduler, queue and topic are in the cloud, in this process: every minute, whatever is due is checked. */
export function healthInProcess(parts: HealthParts): HealthInProcess {
  const { ports, timer = systemTimer, note = toLog } = parts;
  const announcer = localAnnouncer();
  const circuit = googleCircuit({ now: timer.now });
  const logLine = (event: string, facts: Parameters<Note>[1]) => {
    note(event, facts, 'WARNING');
  };
  const pass = async (after?: Parameters<typeof checkConnectors>[0]['after']) =>
    checkConnectors({ after }, { ...ports, announcer, queue, now: timer.now }, note);
  const queue = localTaskQueue({
    timer,
    log: logLine,
    handlers: {
      checkConnector: async (task, signal) =>
        checkConnector(task, { ...ports, announcer, circuit }, { signal, note }),
      checkConnectors: async ({ after }) => pass(after),
    },
  });
  const scheduler = localScheduler({ timer, log: logLine, run: async () => pass() });
  return {
    announced: announcer.latest,
    async close() {
      // A check that is broken off is due again after the next start.
      await Promise.all([scheduler.close(graceMs), queue.close(graceMs)]);
    },
  };
}
