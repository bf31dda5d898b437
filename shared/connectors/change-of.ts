import type { Stamps } from '../ports/stamps.ts';
import type { Change } from '../schemas/connector.ts';
import { changeId } from '../schemas/identifiers.ts';

const keptMs = 400 * 24 * 60 * 60 * 1000;

/** One line of a connector's history. */
export function changeOf(stamps: Stamps, by: string, what: Change['what'], detail: string): Change {
  return {
    changeId: changeId.parse(`chg-${stamps.newId()}`),
    at: stamps.now().toISOString(),
    by,
    what,
    detail,
  };
}

/** History outlives its connector. */
export function changeExpiry({ at }: Change): Date {
  return new Date(Date.parse(at) + keptMs);
}
