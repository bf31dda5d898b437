import type { Scale } from './script.ts';

export interface Span {
  from: number;
  to: number;
}

/** What befalls all connectors at once, in hours since the beginning. */
export interface World {
  /** Google answers nobody. */
  outage: Span;
  /** Three of ten calls fail. */
  errors: Span;
  /** The schedule does not fire. */
  silence: Span;
  clock: { at: number; byHours: number }[];
}

export function worldOf({ days }: Scale): World {
  const at = (share: number) => Math.floor(share * days * 24);
  const span = (share: number, hours: number) => ({ from: at(share), to: at(share) + hours });
  return {
    outage: span(0.25, 2),
    errors: span(0.35, 1),
    silence: span(0.45, 24),
    clock: [
      { at: at(0.7), byHours: 3 },
      { at: at(0.77), byHours: -1 / 6 },
      { at: at(0.84), byHours: -2 },
      { at: at(0.91), byHours: 9 },
    ],
  };
}

/** In which nobody can tell a break from what passes: no answers, no checks, or a clock by which nothing is due yet. */
export function blindSpans({ outage, errors, silence, clock }: World): Span[] {
  const setBack = clock
    .filter(({ byHours }) => byHours < 0)
    .map(({ at, byHours }) => ({ from: at, to: at - byHours }));
  return [outage, errors, silence, ...setBack].toSorted((a, b) => a.from - b.from);
}

export const within = ({ from, to }: Span, hour: number) => from <= hour && hour < to;
