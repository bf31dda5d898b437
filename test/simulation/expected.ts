import type { Kind, Trouble } from './script.ts';
import type { Span } from './world.ts';

/** What the world is to be told of one connector, and by when. */
export interface Expected {
  kind: Kind;
  to: 'broken' | 'degraded' | 'healthy';
  from: number;
  deadline: number;
  /** It was over before it had to be seen; if it was seen, its end has to be told too. */
  mayBeMissed: boolean;
}

const hour = (minutes: number) => minutes / 60;
/** To the next check of a healthy one, an hour and a half at the most; six minutes to confirm; the schedule, the queue. */
const breakHours = hour(90 + 6 + 4);
/** Keys are counted once a day, at a check of an hour, or of a quarter of one. */
const dirtyHours = 26;
const cleanHours = 25;
/** Whoever is broken is asked after an hour, two, four … a day, at a moment of its own: at one and a half of that. */
const mendedHours = (brokenFor: number) => Math.min(36, 3 * brokenFor + 1.5) + hour(4);

export function expectedOf(troubles: Trouble[], blind: Span[]): Expected[] {
  return troubles.flatMap(({ kind, from, to }): Expected[] => {
    switch (kind) {
      case 'quota':
      case 'blip':
      case 'unavailable':
        return [];
      case 'dirty':
        return pair(kind, from, to, { state: 'degraded', seen: dirtyHours, mended: cleanHours });
      case 'key-deleted':
      case 'key-disabled':
      case 'permission':
        return pair(kind, from, to, {
          state: 'broken',
          seen: breakHours,
          mended: mendedHours(to - from),
        });
    }
  });

  function pair(
    kind: Kind,
    from: number,
    to: number,
    { state, seen, mended }: { state: 'broken' | 'degraded'; seen: number; mended: number },
  ): Expected[] {
    const deadline = by(from, seen, blind);
    const begun = { kind, to: state, from, deadline, mayBeMissed: deadline > to };
    if (to === Infinity) return [begun];
    return [begun, { ...begun, to: 'healthy', from: to, deadline: by(to, mended, blind) }];
  }
}

/** The time begins anew after what kept everybody from seeing anything. */
function by(from: number, hours: number, blind: Span[]): number {
  return blind.reduce(
    (deadline, span) =>
      span.from < deadline && from < span.to ? Math.max(deadline, span.to + hours) : deadline,
    from + hours,
  );
}

/** How long it took to tell, since somebody could have seen it. */
export function delayOf({ from }: Expected, told: number, blind: Span[]): number {
  const ends = blind.map(({ to }) => to).filter((end) => from < end && end < told);
  return told - Math.max(from, ...ends);
}
