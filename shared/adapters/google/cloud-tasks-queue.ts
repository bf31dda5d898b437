import type { TaskQueue } from '../../ports/task-queue.ts';
import { CallFailed } from '../../problems/call-failed.ts';
import { Problem } from '../../problems/problem.ts';
import type { CreateTask } from './cloud-tasks-calls.ts';
import { taskPermissions } from './cloud-tasks-permissions.ts';
import { googleDenial } from './google-denial.ts';
import { googleFault, type GoogleFault } from './google-fault.ts';
import { CallSettings } from './rest-transport/call-settings.ts';
import { repeatCall } from './rest-transport/repeat-call.ts';
import { Status } from './rest-transport/status.ts';
import { taskId } from './task-name.ts';

export interface CloudTasksQueueOptions {
  createTask: CreateTask;
  /** As `projects/P/locations/L/queues/Q`. How often a task is tried, and how many at once, is the queue's own affair. */
  queue: string;
  checkConnectorUrl: string;
  checkConnectorsUrl: string;
  /** E-mail of the service account whose token the tasks carry. */
  invoker: string;
  /** No shorter than the functions' own limit; Google allows from 15 to 1,800. */
  dispatchSeconds?: number;
  patience?: Patience;
}

export interface Patience {
  attemptMs: number;
  clock?: Parameters<typeof repeatCall>[2];
}

/** A name makes it safe to ask again, even where the answer to a task that was added got lost. */
const retry = {
  retryCodes: [
    Status.UNAVAILABLE,
    Status.RESOURCE_EXHAUSTED,
    Status.DEADLINE_EXCEEDED,
    Status.INTERNAL,
    Status.ABORTED,
  ],
  backoffSettings: {
    initialRetryDelayMillis: 200,
    retryDelayMultiplier: 2,
    maxRetryDelayMillis: 3_000,
    totalTimeoutMillis: 14_000,
    maxRetries: 4,
  },
};

/** Checks as named tasks of one queue; each calls its function with ids alone, and with a token that Google makes. */
export function cloudTasksQueue(options: CloudTasksQueueOptions): TaskQueue {
  const { createTask, queue, invoker, dispatchSeconds = 600 } = options;
  const { attemptMs, clock } = options.patience ?? { attemptMs: 5_000 };
  const settings = new CallSettings({ timeout: attemptMs, retry });

  const create = async (kind: string, name: string, url: string, body: object) => {
    const task = {
      name: `${queue}/tasks/${taskId(kind, name)}`,
      dispatchDeadline: `${String(dispatchSeconds)}s`,
      httpRequest: {
        url,
        httpMethod: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: Buffer.from(JSON.stringify(body)).toString('base64'),
        oidcToken: { serviceAccountEmail: invoker, audience: url },
      },
    } as const;
    try {
      await repeatCall(settings, async (ms) => createTask(queue, task, ms), clock);
      return 'added';
    } catch (error) {
      const fault = googleFault(error);
      if (fault.kind === 'already-exists') return 'known';
      throw failure(error, fault, queue);
    }
  };

  return {
    async add({ name, workspace, connectorId }) {
      return create('check', name, options.checkConnectorUrl, { workspace, connectorId });
    },
    async addContinuation({ name, after: { workspace, connectorId, nextCheckAt } }) {
      const after = { workspace, connectorId, nextCheckAt };
      return create('continue', name, options.checkConnectorsUrl, { after });
    },
  };
}

function failure(error: unknown, { kind, status }: GoogleFault, resource: string): Error {
  if (kind === 'denied') {
    return googleDenial(error, { permission: taskPermissions.create, resource });
  }
  const cause = new CallFailed('tasks.create', status);
  if (!['aborted', 'exhausted', 'unavailable', 'deadline'].includes(kind)) return cause;
  return new Problem('store-unavailable', 'Try again soon: the queue does not answer now.', {
    cause,
    retryAfterSeconds: kind === 'exhausted' ? 60 : 5,
  });
}
