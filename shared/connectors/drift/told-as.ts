import type { Difference } from '../../schemas/drift.ts';
import { isLess } from './compare-rights.ts';

/** Of counts it is the same difference whatever they are today. */
const byAspectAlone = ['keys-empty', 'keys-malformed', 'keys-duplicate', 'rows-fewer'];

/** What a difference is remembered as once it was told. */
export function identityOf({ aspect, is }: Difference): string {
  return byAspectAlone.includes(aspect) ? aspect : `${aspect} ${is}`;
}

export const isSame = (one: Difference, other: Difference) => identityOf(one) === identityOf(other);

/** Who was told of that has heard of this: who is taking powers away knows those that are left. */
export function isToldWith(now: Difference, before: Difference): boolean {
  if (isSame(now, before)) return true;
  return now.aspect === 'permissions-grown' && before.aspect === now.aspect && isLess(now, before);
}

/** What is otherwise, or nearer its end, is not gone. Each right is one thing of its own. */
export function replaces(now: Difference, before: Difference): boolean {
  return now.aspect === 'permissions-reduced' ? isSame(now, before) : now.aspect === before.aspect;
}

/** A table that is made anew each night comes near its end each day: as long as it has one, its steps are remembered. */
export function keepsInMind({ aspect }: Difference, told: string): boolean {
  return aspect === 'table-expires' && told.startsWith(`${aspect} `);
}
