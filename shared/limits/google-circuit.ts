import type { Note } from '../ports/note.ts';

/** Whether Google answers at all, as the checks that end tell one after the other. */
export interface GoogleCircuit {
  /** False while Google is taken to be down, but for one check now and then, which finds out whether it still is. */
  admits: () => boolean;
  /** What a check that was admitted met. Two lines of the log tell an outage: its beginning, and its end. */
  met: (google: 'answering' | 'down', note: Note) => void;
}

/** Of the last checks so many have to have met an outage; what is older than ten minutes tells nothing any more. */
const most = 30;
const fewest = 20;
const share = 0.8;
const recentMs = 10 * 60 * 1000;
const tryEveryMs = 15_000;
/** One that happens to be answered within an outage does not end it. */
const answersToEnd = 3;

interface Outage {
  since: number;
  triedAt: number;
  answers: number;
  notAsked: number;
}

/**
 * When Google is down for everybody, thousands of checks need not find that out one by one: after a few this says so, and
 * the others are spared. It lives in one instance and has no timer, since an instance has no time of its own between
 * requests; a clock that was set anew delays nothing (docs/decisions/2026-11-26-circuit.md).
 */
export function googleCircuit({ now }: { now: () => Date }): GoogleCircuit {
  let seen: { at: number; down: boolean }[] = [];
  let outage: Outage | undefined;
  const within = (at: number, ms: number) => Math.abs(now().getTime() - at) < ms;

  const end = ({ since, notAsked }: Outage, note: Note): void => {
    outage = undefined;
    seen = [];
    note('google-outage-over', { since: new Date(since).toISOString(), notAsked }, 'WARNING');
  };
  const beginAfter = (down: boolean, note: Note): void => {
    const at = now().getTime();
    seen = [...seen, { at, down }].filter((each) => within(each.at, recentMs)).slice(-most);
    const met = seen.filter((each) => each.down).length;
    if (seen.length < fewest || met < share * seen.length) return;
    outage = { since: at, triedAt: at, answers: 0, notAsked: 0 };
    note('google-outage', { checks: seen.length, unanswered: met }, 'ERROR');
  };

  return {
    admits() {
      if (!outage) return true;
      if (within(outage.triedAt, tryEveryMs)) {
        outage.notAsked += 1;
        return false;
      }
      outage.triedAt = now().getTime();
      return true;
    },
    met(google, note) {
      if (!outage) {
        beginAfter(google === 'down', note);
        return;
      }
      outage.answers = google === 'down' ? 0 : outage.answers + 1;
      if (outage.answers >= answersToEnd) end(outage, note);
    },
  };
}
