import type { CheckTask, TaskQueue } from '../../ports/task-queue.ts';
import type { Timer } from '../../ports/timer.ts';
import { Problem } from '../../problems/problem.ts';
import { attemptTask } from './attempt-task.ts';
import { failureFacts, type LogTask, type TaskFacts } from './dead-end.ts';
import { pendingTimers } from './pending-timers.ts';
import { pauseAfter, type QueuePolicy, usualPolicy } from './queue-policy.ts';
import { rateLimit } from './rate-limit.ts';
import { taskNames } from './task-names.ts';

export type Continuation = Parameters<TaskQueue['addContinuation']>[0];

/** Who resolves has done it; who rejects is asked again. The signal says when nobody waits for it any more. */
export interface TaskHandlers {
  checkConnector: (task: CheckTask, signal: AbortSignal) => Promise<unknown>;
  checkConnectors: (continuation: Continuation, signal: AbortSignal) => Promise<unknown>;
}

export interface LocalTaskQueueOptions {
  handlers: TaskHandlers;
  timer: Timer;
  log: LogTask;
  policy?: Partial<QueuePolicy>;
}

export interface LocalTaskQueue extends TaskQueue {
  /** Nothing starts any more; what runs has so long to end. What waits is dropped: its connectors are still due. */
  close: (graceMs?: number) => Promise<void>;
}

interface Job {
  name: string;
  facts: TaskFacts;
  made: number;
  work: (signal: AbortSignal) => Promise<unknown>;
}

/** What Cloud Tasks does, in this process: once a name, again after a failure, never too many at once or too fast. */
export function localTaskQueue(options: LocalTaskQueueOptions): LocalTaskQueue {
  const { handlers, timer, log } = options;
  const policy = { ...usualPolicy, ...options.policy };
  const names = taskNames(policy);
  const rate = rateLimit({ aSecond: policy.dispatchesASecond, burst: policy.burst });
  const timers = pendingTimers(timer);
  const closing = new AbortController();
  const ready = new Set<Job>();
  const running = new Set<Promise<void>>();
  let closed: Promise<void> | undefined;
  let woken = false;

  const wakeAfter = (milliseconds: number): void => {
    if (woken) return;
    woken = true;
    timers.after(milliseconds, () => {
      woken = false;
      dispatch();
    });
  };
  const dispatch = (): void => {
    for (const job of ready) {
      if (closed || running.size >= policy.atOnce) return;
      const waitMs = rate.take(timer.now());
      if (waitMs > 0) {
        wakeAfter(waitMs);
        return;
      }
      ready.delete(job);
      const run = attempt(job).finally(() => {
        running.delete(run);
        dispatch();
      });
      running.add(run);
    }
  };
  const attempt = async (job: Job): Promise<void> => {
    job.made += 1;
    try {
      const { attemptMs } = policy;
      await attemptTask(job.work, { timers, attemptMs, closing: closing.signal });
      names.end(job.name, timer.now());
    } catch (error) {
      if (closed) return;
      if (job.made >= policy.attempts) {
        names.end(job.name, timer.now());
        log('task-dead-end', { ...job.facts, attempts: job.made, ...failureFacts(error) });
        return;
      }
      timers.after(pauseAfter(job.made, policy), () => {
        ready.add(job);
        dispatch();
      });
    }
  };
  const enqueue = async (job: Omit<Job, 'made'>): Promise<'added' | 'known'> => {
    if (closed) throw unavailable('the queue is closed');
    if (names.count() >= policy.most) throw unavailable('too many tasks wait');
    if (!names.take(job.name, timer.now())) return 'known';
    ready.add({ ...job, made: 0 });
    wakeAfter(0);
    return 'added';
  };

  return {
    async add(task) {
      const { name, workspace, connectorId } = task;
      return enqueue({
        name: `check ${name}`,
        facts: { task: 'check-connector', name, workspace, connectorId },
        work: async (signal) => handlers.checkConnector({ name, workspace, connectorId }, signal),
      });
    },
    async addContinuation(continuation) {
      const { name } = continuation;
      const after = { ...continuation.after };
      return enqueue({
        name: `continue ${name}`,
        facts: { task: 'check-connectors', name },
        work: async (signal) => handlers.checkConnectors({ name, after }, signal),
      });
    },
    async close(graceMs = 10_000) {
      closed ??= (async () => {
        timers.cancelAll();
        ready.clear();
        let cancel = (): void => undefined;
        const grace = new Promise<void>((resolve) => {
          cancel = timer.after(graceMs, resolve);
        });
        await Promise.race([Promise.all(running), grace]);
        cancel();
        closing.abort();
      })();
      return closed;
    },
  };
}

function unavailable(why: string): Problem {
  return new Problem('store-unavailable', `Try again soon: ${why}.`, { retryAfterSeconds: 60 });
}
