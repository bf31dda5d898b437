import type { PendingTimers } from './pending-timers.ts';

/** It went on for longer than an attempt may take; the signal told it to stop. */
export class AttemptTooLong extends Error {
  override readonly name = 'AttemptTooLong';
}

/** One attempt, which fails when its time is up, whether the handler hears that or not. */
export async function attemptTask(
  work: (signal: AbortSignal) => Promise<unknown>,
  {
    timers,
    attemptMs,
    closing,
  }: { timers: PendingTimers; attemptMs: number; closing: AbortSignal },
): Promise<void> {
  const over = new AbortController();
  const stop = (): void => {
    over.abort();
  };
  closing.addEventListener('abort', stop);
  let cancel: () => void = () => undefined;
  const timeIsUp = new Promise<never>((_, reject) => {
    cancel = timers.after(attemptMs, () => {
      reject(new AttemptTooLong());
      stop();
    });
  });
  try {
    await Promise.race([work(over.signal), timeIsUp]);
  } finally {
    cancel();
    closing.removeEventListener('abort', stop);
  }
}
