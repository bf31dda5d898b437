import type { TaskFacts } from '../../../shared/adapters/local/dead-end.ts';
import {
  localTaskQueue,
  type TaskHandlers,
} from '../../../shared/adapters/local/local-task-queue.ts';
import type { QueuePolicy } from '../../../shared/adapters/local/queue-policy.ts';
import { acme, sampleId } from '../../support/sample-records.ts';
import { virtualTimer } from '../../support/virtual-timer.ts';

export const task = (n: number) => ({
  name: `task-${String(n)}`,
  workspace: acme,
  connectorId: sampleId('connector', n),
});
export const continuation = {
  name: 'next',
  after: {
    workspace: acme,
    connectorId: sampleId('connector'),
    nextCheckAt: '2026-03-02T09:00:00.000Z',
  },
};

/** A queue whose handlers do what a test says, and what became known of it. */
export function stage(handlers: Partial<TaskHandlers> = {}, policy: Partial<QueuePolicy> = {}) {
  const timer = virtualTimer();
  const began: { name: string; second: number }[] = [];
  const lines: { event: string; facts: TaskFacts }[] = [];
  const start = timer.now().getTime();
  const note = (name: string) => {
    began.push({ name, second: (timer.now().getTime() - start) / 1000 });
  };
  const queue = localTaskQueue({
    timer,
    policy,
    log: (event, facts) => {
      lines.push({ event, facts });
    },
    handlers: {
      async checkConnector(asked, signal) {
        note(asked.name);
        await handlers.checkConnector?.(asked, signal);
      },
      async checkConnectors(asked, signal) {
        note(asked.name);
        await handlers.checkConnectors?.(asked, signal);
      },
    },
  });
  return { timer, queue, began, lines };
}

export const never = () => new Promise<never>(() => undefined);
export const minute = 60_000;
