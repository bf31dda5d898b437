import { setTimeout } from 'node:timers/promises';
import type { KeptTask } from './task-shape.ts';

export interface TaskDelivery {
  /** Resolves when the task is over: answered with 2xx, or tried as often as it may be. */
  deliver: (task: KeptTask) => Promise<void>;
  /** Resolves when all is over that was begun, and what followed from it. */
  settled: () => Promise<void>;
  close: () => void;
}

export interface DeliveryOptions {
  /** Sends it once; gives the status of the answer, 0 where there was none. */
  send: (task: KeptTask, retries: number) => Promise<number>;
  /** Hears of each attempt. */
  tried?: (task: KeptTask, status: number) => void;
  /** As a queue has them, the first included. They alone end a task, where no `maxRetryDuration` has to be over as well. */
  attempts?: number;
  /** Doubled from attempt to attempt. */
  firstPauseMs?: number;
  atOnce?: number;
}

/** How a queue of Cloud Tasks has its tasks done (https://cloud.google.com/tasks/docs/reference/rest/v2/projects.locations.queues#RetryConfig). */
export function taskDelivery(options: DeliveryOptions): TaskDelivery {
  const { send, tried, attempts = 5, firstPauseMs = 10_000, atOnce = 20 } = options;
  const running = new Set<Promise<void>>();
  const closing = new AbortController();
  const waiting: (() => void)[] = [];
  let places = atOnce;

  const sendInTurn = async (task: KeptTask, retries: number): Promise<number> => {
    if (places === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else places -= 1;
    try {
      return await send(task, retries);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else places += 1;
    }
  };
  const deliver = async (task: KeptTask): Promise<void> => {
    for (let retries = 0; ; retries += 1) {
      const status = await sendInTurn(task, retries);
      tried?.(task, status);
      if ((status >= 200 && status < 300) || retries + 1 >= attempts) return;
      await setTimeout(firstPauseMs * 2 ** retries, undefined, { signal: closing.signal });
    }
  };
  return {
    async deliver(task) {
      const run = deliver(task).catch(() => undefined); // closed meanwhile
      running.add(run);
      await run;
      running.delete(run);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
    close() {
      closing.abort();
    },
  };
}
