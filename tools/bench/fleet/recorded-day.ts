import type { CountedDay } from './counted-day.ts';
import type { Usage } from './counted-stage.ts';

/** What `npm run bench -- fleet` counted when it was last written down here; the tables of docs/operating.md are of this. */
export const recordedDay: CountedDay = {
  checks: 289,
  passes: 1440,
  ofChecks: {
    reads: 917,
    writes: 295,
    deletes: 2,
    accesses: 289,
    secretReads: 24,
    secretWrites: 0,
    tasksAdded: 0,
    published: 2,
    logBytes: 45_458,
  },
  ofPasses: {
    reads: 8100,
    writes: 288,
    deletes: 0,
    accesses: 0,
    secretReads: 0,
    secretWrites: 0,
    tasksAdded: 289,
    published: 0,
    logBytes: 48_521,
  },
  checkMs: 240,
  passMs: 25,
};
export const recordedChecksADay = 27.15;

/** Counts do not depend on the machine; times do, and are not compared. */
export function notAsRecorded(day: CountedDay, checksADay: number): string[] {
  const differs = (one: number, other: number) =>
    Math.abs(one - other) > 0.05 * Math.max(one, other);
  const counted = (each: CountedDay) => ({ checks: each.ofChecks, passes: each.ofPasses });
  const fresh = counted(day);
  const recorded = counted(recordedDay);
  const names = Object.keys(day.ofChecks) as (keyof Usage)[];
  const changed = (['checks', 'passes'] as const).flatMap((of) =>
    names
      .filter((name) => differs(fresh[of][name] / day[of], recorded[of][name] / recordedDay[of]))
      .map((name) => `${name} of ${of}`),
  );
  if (differs(checksADay, recordedChecksADay)) changed.push('checks a day');
  return changed.length === 0
    ? []
    : [
        `${changed.join(', ')} is not as in recorded-day.ts; write down: ${JSON.stringify({ checksADay, ...day })}`,
      ];
}
