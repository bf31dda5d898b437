import type { Timer } from '../../shared/ports/timer.ts';

export interface VirtualTimer extends Timer {
  /** So much time passes; what falls due is done in its order, each with all that follows from it at once. */
  pass: (milliseconds: number) => Promise<void>;
  /** The clock alone: what waits goes on waiting for as long as before. */
  setClock: (moment: string | Date) => void;
  pending: () => number;
  /** How much time has passed since the beginning, whatever the clock was set to. */
  passed: () => number;
}

/** Time that passes only when a test says so. */
export function virtualTimer(start = '2026-03-02T09:00:00.000Z'): VirtualTimer {
  let passed = 0;
  let offset = Date.parse(start);
  let waiting: { at: number; work: () => void }[] = [];
  return {
    now: () => new Date(offset + passed),
    after(milliseconds, work) {
      const entry = { at: passed + milliseconds, work };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((each) => each !== entry);
      };
    },
    async pass(milliseconds) {
      const end = passed + milliseconds;
      await everythingElse();
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        waiting = waiting.filter((each) => each !== next);
        passed = next.at;
        next.work();
        await everythingElse();
      }
      passed = end;
    },
    setClock(moment) {
      offset = new Date(moment).getTime() - passed;
    },
    pending: () => waiting.length,
    passed: () => passed,
  };
}

async function everythingElse(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
