import { delayOf, type Expected, expectedOf } from './expected.ts';
import { type Kind, passingKinds, realKinds, type Trouble } from './script.ts';
import type { Span } from './world.ts';

/** What the world was told of one connector, each event once, by its time in hours since the beginning. */
export interface Told {
  id: string;
  hour: number;
  to: string;
}

/** One line of the table. */
export interface Tally {
  incidents: number;
  announced: number;
  duplicates: number;
  missed: number;
  late: number;
  false: number;
  /** In hours. */
  worstDelay: number;
}

export const rowNames = [
  ...realKinds.flatMap((kind) => (kind === 'key-deleted' ? [kind] : [kind, `${kind}, ended`])),
  ...passingKinds,
  'nothing at all',
];

const empty = (): Tally => ({
  ...{ incidents: 0, announced: 0, duplicates: 0, missed: 0, late: 0, false: 0, worstDelay: 0 },
});

export function newTable(): Record<string, Tally> {
  return Object.fromEntries(rowNames.map((name) => [name, empty()]));
}

/** Holds what was told of one connector against what befell it, and counts in the table. */
export function judge(
  table: Record<string, Tally>,
  troubles: Trouble[],
  told: Told[],
  { blind, end }: { blind: Span[]; end: number },
): void {
  const row = (name: string): Tally => (table[name] ??= empty());
  const open = expectedOf(troubles, blind);
  const done: Expected[] = [];
  for (const event of told) {
    const next = open.find(({ to, from }) => to === event.to && from <= event.hour);
    if (!next) {
      const before = done.findLast(({ to }) => to === event.to);
      const again = before && before === done.at(-1);
      if (again) row(nameOf(before)).duplicates += 1;
      else row(passingAt(troubles, event.hour) ?? 'nothing at all').false += 1;
      continue;
    }
    // What lies before it can only be what was over before it had to be seen.
    for (const skipped of open.splice(0, open.indexOf(next) + 1)) {
      if (skipped !== next && !skipped.mayBeMissed) count(skipped, 'missed');
    }
    done.push(next);
    count(next, event.hour <= next.deadline ? 'announced' : 'late');
    const tally = row(nameOf(next));
    tally.worstDelay = Math.max(tally.worstDelay, delayOf(next, event.hour, blind));
    const its = open[0];
    if (its?.kind === next.kind && its.to === 'healthy') its.mayBeMissed = false;
  }
  for (const each of open) {
    if (!each.mayBeMissed && each.deadline < end) count(each, 'missed');
  }
  for (const { kind } of troubles) {
    if (passingKinds.some((each) => each === kind)) row(kind).incidents += 1;
  }

  function count(each: Expected, what: 'announced' | 'missed' | 'late'): void {
    const tally = row(nameOf(each));
    tally.incidents += 1;
    tally[what] += 1;
  }
}

const nameOf = ({ kind, to }: Expected) => (to === 'healthy' ? `${kind}, ended` : kind);

/** Of what passes that which was going on then, or had just been. */
function passingAt(troubles: Trouble[], hour: number): Kind | undefined {
  const justNow = troubles.find(({ from, to }) => from <= hour && hour < to + 2);
  return justNow && passingKinds.find((kind) => kind === justNow.kind);
}
