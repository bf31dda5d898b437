import type { Stage } from '../stage.ts';
import type { Attack, Words } from '../table.ts';
import { atOnce } from './at-once.ts';
import { honest } from './honest.ts';
import { later } from './later.ts';
import { limited } from './limited.ts';
import { sideEffects } from './side-effects.ts';

/** A case whose steps are more than requests beside each other. */
export type Scenes = Record<string, (stage: Stage, wanted: Attack, words: Words) => Promise<void>>;

export const scenes: Scenes = {
  ...atOnce,
  ...honest,
  ...backInTime({ ...later, ...limited }),
  ...sideEffects,
};

/** The clock is put back after each: Google's stand-in goes by it, too. */
function backInTime(moving: Scenes): Scenes {
  return Object.fromEntries(
    Object.entries(moving).map(([id, scene]) => [
      id,
      async (stage, wanted, words) => {
        await scene(stage, wanted, words).finally(async () => {
          (await stage.clocked()).moveClock(0);
        });
      },
    ]),
  );
}
