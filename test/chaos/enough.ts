import type { Outcome } from './chaos.ts';

/** Of all operations, so many have to have killed somebody, and to have made a connector. */
const leastKills = 1 / 20;
const leastMade = 1 / 40;
/** More answers than that may not be laid at the door of an emulator that hangs. */
const mostStuck = 1 / 20;

/** Why a run has shown nothing, whatever it found: nobody was killed, nothing was made, or nobody could tell why it failed. */
export function tooLittle({ tally, kills, connectors }: Outcome, operations: number): string[] {
  const { asked, answered, stuck } = tally.total();
  const fewest = Math.floor(operations * leastKills);
  const least = Math.floor(operations * leastMade);
  const wanting: [string, boolean][] = [
    [`${String(asked)} of ${String(operations)} operations were asked`, asked < operations],
    [`${String(answered)} of ${String(asked)} were answered`, answered < asked / 2],
    [
      `${String(kills)} processes were killed, at least ${String(fewest)} are to be`,
      kills < fewest,
    ],
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
