import type { Timer } from '../../ports/timer.ts';
import { failureFacts, type LogTask } from './dead-end.ts';

export interface LocalSchedulerOptions {
  /** Whoever rejects is not asked again before the next time. The signal says that nobody waits any more. */
  run: (signal: AbortSignal) => Promise<unknown>;
  timer: Timer;
  log: LogTask;
  everyMs?: number;
}

export interface LocalScheduler {
  close: (graceMs?: number) => Promise<void>;
}

/** Node's timers may end a little before the clock says so; that minute must not come twice. */
const early = 1000;

/**
 * What Cloud Scheduler does for check-connectors, in this process: asks at every full minute of the clock. One that
 * falls due while the last run goes on is left out.
 */
export function localScheduler(options: LocalSchedulerOptions): LocalScheduler {
  const { run, timer, log, everyMs = 60_000 } = options;
  const closing = new AbortController();
  let running: Promise<void> | undefined;

  const runOnce = async (): Promise<void> => {
    try {
      await run(closing.signal);
    } catch (error) {
      log('schedule-failed', failureFacts(error));
    } finally {
      running = undefined;
    }
  };
  // Asked of the clock each time, so that one that was set anew is followed.
  const wakeAtNext = (leastMs: number) => {
    const untilNext = everyMs - (timer.now().getTime() % everyMs);
    return timer.after(untilNext < leastMs ? untilNext + everyMs : untilNext, wake);
  };
  const wake = (): void => {
    cancel = wakeAtNext(early);
    running ??= runOnce();
  };
  let cancel = wakeAtNext(0);

  return {
    async close(graceMs = 10_000) {
      cancel();
      let stopWaiting = (): void => undefined;
      const grace = new Promise<void>((resolve) => {
        stopWaiting = timer.after(graceMs, resolve);
      });
      await Promise.race([running, grace]);
      stopWaiting();
      closing.abort();
    },
  };
}
