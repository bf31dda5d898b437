import type { Outcome } from './chaos.ts';

/** One in so many operations has to have killed somebody, and to have made a connector. */
const leastShare = 1 / 20;
/** More answers than that may not be laid at the door of an emulator that hangs. */
const mostStuck = 1 / 50;

/** Why a run has shown nothing, whatever it found: nobody was killed, nothing was made, or nobody could tell why it failed. */
export function tooLittle({ tally, kills, connectors }: Outcome, operations: number): string[] {
  const { asked, answered, stuck } = tally.total();
  const least = Math.floor(operations * leastShare);
  const wanting: [string, boolean][] = [
    [`${String(asked)} of ${String(operations)} operations were asked`, asked < operations],
    [`${String(answered)} of ${String(asked)} were answered`, answered < asked / 2],
    [`${String(kills)} processes were killed, at least ${String(least)} are to be`, kills < least],
    [
      `${String(connectors)} connectors were made, at least ${String(least)} are to be`,
      connectors < least,
    ],
    [
      `${String(stuck)} answers of 5xx while the emulator hung are too many`,
      stuck > asked * mostStuck,
    ],
  ];
  return wanting.flatMap(([sentence, is]) => (is ? [sentence] : []));
}
