import { type Random, random } from '../../sandbox/world/random.ts';
import type { Incident } from '../support/scripted-google.ts';

/** How large the fleet is, how long it is watched, and how many connectors meet nothing at all in a week. */
export interface Scale {
  connectors: number;
  days: number;
  calm: number;
}

/** Of one connector, in hours since the beginning. */
export interface Trouble {
  kind: Kind;
  from: number;
  to: number;
}

export const realKinds = ['key-deleted', 'key-disabled', 'permission', 'dirty'] as const;
export const passingKinds = ['quota', 'blip', 'unavailable'] as const;
export type Kind = (typeof realKinds)[number] | (typeof passingKinds)[number];

interface Plot {
  incident: Incident;
  /** Of all that meet something. */
  share: number;
  lasts: (dice: Random, from: number) => number;
}

const minutes = (count: number) => count / 60;
const between = (dice: Random, least: number, most: number) =>
  least + dice.below((most - least) * 60) / 60;

/** What befalls a connector, and for how many hours. */
export const plots: Record<Kind, Plot> = {
  'key-deleted': { incident: 'key-deleted', share: 4, lasts: () => Infinity },
  'key-disabled': { incident: 'key-deleted', share: 16, lasts: (dice) => between(dice, 3, 48) },
  permission: { incident: 'no-jobs', share: 26, lasts: (dice) => between(dice, 3, 48) },
  dirty: { incident: 'dirty', share: 10, lasts: (dice) => between(dice, 30, 60) },
  // Until midnight on the Pacific coast: then Google counts anew.
  quota: { incident: 'quota', share: 16, lasts: (_, from) => 24 - ((from + 16) % 24) },
  // Mended before anybody looked twice.
  blip: { incident: 'no-jobs', share: 14, lasts: () => minutes(4) },
  unavailable: { incident: 'down', share: 14, lasts: (dice) => between(dice, 1, 3) },
};

const weekHours = 7 * 24;

/** What befalls one connector of the fleet: at most one thing a week, the same at each run. */
export function troublesOf(index: number, { days, calm }: Scale): Trouble[] {
  const dice = random(`connector ${String(index)}`);
  const troubles: Trouble[] = [];
  const weeks = Math.max(1, Math.floor(days / 7));
  for (let week = 0; week < weeks; week += 1) {
    const kind = drawn(dice);
    const from = week * weekHours + between(dice, 4, 40);
    const to = from + plots[kind].lasts(dice, from);
    if (dice.chance(calm) || troubles.at(-1)?.to === Infinity) continue;
    troubles.push({ kind, from, to });
  }
  return troubles;
}

function drawn(dice: Random): Kind {
  const kinds = Object.keys(plots) as Kind[];
  let left = dice.below(kinds.reduce((sum, kind) => sum + plots[kind].share, 0));
  return kinds.find((kind) => (left -= plots[kind].share) < 0) ?? 'blip';
}

export function incidentAt(troubles: Trouble[], hour: number): Incident {
  const now = troubles.find(({ from, to }) => from <= hour && hour < to);
  return now ? plots[now.kind].incident : 'fine';
}
