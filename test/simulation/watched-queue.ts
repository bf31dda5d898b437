import type { CheckTask } from '../../shared/ports/task-queue.ts';

export interface QueueSeen {
  /** The most tasks that were handed out within one second. */
  mostASecond: number;
  /** What had waited for a schedule that did not fire. */
  backlog: { tasks: number; seconds: number; longestDueFirst: boolean };
}

const secondMs = 1000;

/** Sees when a queue hands out what; of what was due when the schedule fired again, in which order. */
export function watchedQueue({
  passed,
  now,
  resumesAt,
}: {
  passed: () => number;
  now: () => Date;
  /** In milliseconds that have passed. */
  resumesAt: number;
}) {
  let second: number[] = [];
  let mostASecond = 0;
  const backlog = new Map<string, { at: number; due: number }>();
  return {
    handedOut({ name }: CheckTask): void {
      const at = passed();
      second = [...second.filter((each) => each > at - secondMs), at];
      mostASecond = Math.max(mostASecond, second.length);
      const resumed = now().getTime() - (at - resumesAt);
      const due = Number(/-(\d+)(?:-again-\d+)?$/.exec(name)?.[1]);
      if (at >= resumesAt && due <= resumed && !backlog.has(name)) backlog.set(name, { at, due });
    },
    seen(): QueueSeen {
      const all = [...backlog.values()];
      const dues = all.map(({ due }) => due);
      return {
        mostASecond,
        backlog: {
          tasks: all.length,
          seconds: Math.max(0, ...all.map(({ at }) => at - resumesAt)) / secondMs,
          longestDueFirst: dues.every((due, place) => due >= (dues[place - 1] ?? 0)),
        },
      };
    },
  };
}
