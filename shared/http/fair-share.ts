import { Problem } from '../problems/problem.ts';
import type { WorkspaceId } from '../schemas/identifiers.ts';

/** How much of one instance a workspace has at a time. */
export interface FairShare {
  /** Waits until it is its turn, and gives what to call when the work is done, once or more. Refuses where too many wait already. */
  enter: (workspace: WorkspaceId) => Promise<() => void>;
}

export interface Share {
  /** Requests that are worked on at once for who is alone: the platform hands an instance 80, and a client may send more. */
  whole: number;
  /** Requests of one workspace that are worked on at once while others use the instance too; a page has six at the most. */
  atOnce: number;
  /** Whose line is longer than that floods: one at a time, and a rest after it, thrice as long as it took. */
  flood: number;
  /** So does who had more turns than that in a second: what is refused at once never makes a line. */
  turnsASecond: number;
  /** What is more than can wait is refused. */
  waiting: number;
  /** So long after its last request a workspace counts as somebody who uses the instance. */
  presentMs: number;
}

const usualShare: Share = {
  whole: 80,
  atOnce: 6,
  flood: 10,
  turnsASecond: 50,
  waiting: 80,
  presentMs: 10_000,
};
const restOf = 3;
const longestRestMs = 1_000;

/** The instance's time; it has some as long as somebody waits. */
export interface Time {
  now: () => number;
  after: (ms: number, act: () => void) => void;
}

const ownTime: Time = {
  now: () => performance.now(),
  after: (ms, act) => void setTimeout(act, ms),
};

interface Line {
  working: number;
  resting: boolean;
  waiting: (() => void)[];
  lastAt: number;
  /** Those of the second that is counted. */
  turns: { second: number; taken: number };
}

/**
 * Whoever floods an instance waits for himself, and not others for him. Who is alone has all of it
 * (docs/decisions/2026-11-26-fair-share.md).
 */
export function fairShare(
  { whole, atOnce, flood, turnsASecond, waiting: mostWaiting, presentMs }: Share = usualShare,
  { now, after }: Time = ownTime,
): FairShare {
  const lines = new Map<WorkspaceId, Line>();

  const isAlone = (own: Line): boolean => {
    for (const [workspace, line] of lines) {
      const isIdle = line.working === 0 && line.waiting.length === 0;
      if (line !== own && isIdle && now() - line.lastAt > presentMs) lines.delete(workspace);
    }
    return lines.size === 1;
  };
  const floods = ({ waiting, turns }: Line): boolean =>
    waiting.length > flood || (turns.second === second(now()) && turns.taken > turnsASecond);
  const mayGoOn = (line: Line): boolean => {
    if (line.waiting.length === 0 || line.working >= whole) return false;
    if (isAlone(line)) return true;
    return floods(line) ? line.working === 0 && !line.resting : line.working < atOnce;
  };
  const goOn = (line: Line): void => {
    while (mayGoOn(line)) {
      line.working += 1;
      line.turns = takenOnce(line.turns, second(now()));
      line.waiting.shift()?.();
    }
  };
  const rest = (line: Line, ms: number): void => {
    line.resting = true;
    after(Math.min(ms, longestRestMs), () => {
      line.resting = false;
      goOn(line);
    });
  };

  return {
    async enter(workspace) {
      const line = lines.get(workspace) ?? newLine(now());
      lines.set(workspace, line);
      line.lastAt = now();
      if (line.waiting.length >= mostWaiting) throw tooMany();
      const turn = new Promise<void>((resolve) => line.waiting.push(resolve));
      goOn(line);
      await turn;
      const began = now();
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        line.working -= 1;
        line.lastAt = now();
        if (floods(line) && !line.resting) rest(line, restOf * (now() - began));
        goOn(line);
      };
    },
  };
}

const newLine = (at: number): Line => ({
  ...{ working: 0, resting: false, waiting: [], lastAt: at },
  turns: { second: second(at), taken: 0 },
});

const second = (at: number): number => Math.floor(at / 1000);

const takenOnce = (turns: Line['turns'], now: number): Line['turns'] =>
  turns.second === now ? { ...turns, taken: turns.taken + 1 } : { second: now, taken: 1 };

function tooMany(): Problem {
  return new Problem(
    'rate-limited',
    'Wait a second, and send fewer requests at once: as many as can wait are waiting already.',
    { retryAfterSeconds: 1 },
  );
}
