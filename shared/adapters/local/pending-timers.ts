import type { Cancel, Timer } from '../../ports/timer.ts';

export interface PendingTimers {
  after: Timer['after'];
  cancelAll: () => void;
}

/** Of one owner, so that all can be cancelled when it closes. */
export function pendingTimers(timer: Timer): PendingTimers {
  const pending = new Set<Cancel>();
  return {
    after(milliseconds, work) {
      const cancel = timer.after(milliseconds, () => {
        pending.delete(cancel);
        work();
      });
      pending.add(cancel);
      return () => {
        pending.delete(cancel);
        cancel();
      };
    },
    cancelAll() {
      for (const cancel of pending) cancel();
      pending.clear();
    },
  };
}
