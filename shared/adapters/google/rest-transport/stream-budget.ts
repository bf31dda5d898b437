import { googleError } from './google-error.ts';
import { Status } from './status.ts';

const mostMs = 20_000;

/**
 * Firestore's client begins a stream up to five times with growing pauses, each with the same request object: that is
 * how they are known for one call here, whose attempts may take 20 s together.
 */
export function streamBudget(now: () => number = Date.now) {
  const begun = new WeakMap<object, number>();
  return {
    leftMs(request: object): number {
      const beganAt = begun.get(request) ?? now();
      begun.set(request, beganAt);
      const leftMs = beganAt + mostMs - now();
      if (leftMs > 0) return leftMs;
      throw googleError(Status.DEADLINE_EXCEEDED, `no answer within ${String(mostMs)} ms`);
    },
  };
}
