import type { Timer } from '../../ports/timer.ts';

/** The machine's clock. */
export const systemTimer: Timer = {
  now: () => new Date(),
  after(milliseconds, work) {
    const timeout = setTimeout(work, milliseconds);
    return () => {
      clearTimeout(timeout);
    };
  },
};
