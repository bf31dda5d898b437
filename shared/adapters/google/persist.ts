import { setTimeout } from 'node:timers/promises';
import { CallFailed } from '../../problems/call-failed.ts';
import { Problem } from '../../problems/problem.ts';
import { TraceableDefect } from '../../problems/traceable-defect.ts';
import { type GoogleFault, googleFault } from './google-fault.ts';

/** How long and how often Google is asked before the caller is told to come again. */
export interface Patience {
  attempts: number;
  /** For one attempt. */
  attemptMs: number;
  /** For all of them: a request that needs two of the vault's steps still ends within 30 s. */
  totalMs: number;
  pause: (milliseconds: number) => Promise<unknown>;
}

export const usualPatience: Patience = {
  attempts: 6,
  attemptMs: 10_000,
  totalMs: 14_000,
  pause: (milliseconds) => setTimeout(milliseconds),
};

const firstPauseMs = 100;
const retryAfterSeconds = { exhausted: 60, others: 5 };
const passing = new Set(['aborted', 'exhausted', 'unavailable', 'deadline']);

/** One after the other: what is left of the time is left for the next. */
export type Persist = <T>(
  operation: string,
  attempt: (timeoutMs: number) => Promise<T>,
) => Promise<T>;

/**
 * Asks again where Google's trouble may pass. Every attempt must be safe to repeat, even when an earlier one was done
 * and its answer lost: it looks at what is there before it writes, and a stale etag brings it here again.
 */
export function persistence(
  patience: Patience,
  trouble = 'the vault of keys does not answer now',
): Persist {
  const endsAt = performance.now() + patience.totalMs;
  return async (operation, attempt) => {
    for (let made = 1; ; made += 1) {
      const leftMs = Math.max(1, endsAt - performance.now());
      const timeoutMs = Math.min(patience.attemptMs, leftMs);
      try {
        return await within(timeoutMs, attempt(timeoutMs));
      } catch (error) {
        if (error instanceof Problem || error instanceof TraceableDefect) throw error;
        const fault = googleFault(error);
        if (!passing.has(fault.kind)) throw new CallFailed(operation, fault.status);
        const pauseMs = firstPauseMs * 2 ** (made - 1) * (0.5 + Math.random());
        const over = made >= patience.attempts || performance.now() + pauseMs >= endsAt;
        if (over) throw unavailable(operation, fault, trouble);
        await patience.pause(pauseMs);
      }
    }
  };
}

/** The client keeps the same deadline for the call, but not for what it does before it, as fetching its token. */
async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  const over = new AbortController();
  const deadline = setTimeout(timeoutMs, undefined, { signal: over.signal }).then(
    () => {
      throw new DeadlinePassed();
    },
    () => new Promise<never>(() => undefined),
  );
  try {
    return await Promise.race([work, deadline]);
  } finally {
    over.abort();
  }
}

class DeadlinePassed extends Error {
  readonly status = 'DEADLINE_EXCEEDED';
}

function unavailable(operation: string, { kind, status }: GoogleFault, trouble: string): Problem {
  return new Problem('store-unavailable', `Try again soon: ${trouble}.`, {
    cause: new CallFailed(operation, status),
    retryAfterSeconds:
      kind === 'exhausted' ? retryAfterSeconds.exhausted : retryAfterSeconds.others,
  });
}
