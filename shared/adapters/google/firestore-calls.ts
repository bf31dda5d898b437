import { setTimeout } from 'node:timers/promises';
import { CallFailed } from '../../problems/call-failed.ts';
import { PermissionDenied } from '../../problems/permission-denied.ts';
import { Problem } from '../../problems/problem.ts';
import { googleFault } from './google-fault.ts';

/** A request that waits for both stores, one after the other, still ends within 30 s. */
const mostMs = 14_000;
const retryAfterSeconds = 5;
const passing = new Set(['aborted', 'exhausted', 'unavailable', 'deadline', 'already-exists']);

/**
 * What was read or written, or why Firestore did not: its client has asked again by then where that is safe. `over` is
 * aborted once the caller has its answer: what still goes on is to write nothing any more.
 */
export type CallFirestore = <T>(
  what: { operation: string; permission: string },
  call: (over: AbortSignal) => Promise<T>,
) => Promise<T>;

/**
 * Tells Firestore's faults as the service tells faults: trouble that passes is a 503, a denial names the permission
 * and the database for the operator. What a transaction's own work throws is thrown on.
 */
export function firestoreCalls(database: string, waitMs = mostMs): CallFirestore {
  return async ({ operation, permission }, call) => {
    const over = new AbortController();
    try {
      return await Promise.race([call(over.signal), tooLong(waitMs, over.signal)]);
    } catch (error) {
      if (error instanceof Problem) throw error;
      const { kind, status } = googleFault(error);
      if (status === 'UNKNOWN') throw error; // none of Google's
      if (kind === 'denied') throw new PermissionDenied(permission, database);
      const failed = new CallFailed(operation, status);
      if (!passing.has(kind)) throw failed;
      throw new Problem('store-unavailable', 'Try again soon: the store does not answer now.', {
        cause: failed,
        retryAfterSeconds,
      });
    } finally {
      over.abort();
    }
  };
}

async function tooLong(waitMs: number, signal: AbortSignal): Promise<never> {
  await setTimeout(waitMs, undefined, { signal });
  throw new DeadlinePassed();
}

class DeadlinePassed extends Error {
  readonly status = 'DEADLINE_EXCEEDED';
}
