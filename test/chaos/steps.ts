import type { Random } from '../../sandbox/world/random.ts';
import { editBlindly, remove, rename, restore, rollBack, rotate } from './changing.ts';
import { pause } from './changing.ts';
import { check, pass, turnTable } from './checking.ts';
import { type Operation, save, upload, validate } from './connecting.ts';

/** How often each is wanted, of all together. */
const mix: [weight: number, operation: Operation][] = [
  [8, upload],
  [12, validate],
  [14, save],
  [9, rename],
  [7, pause],
  [9, rotate],
  [7, rollBack],
  [7, remove],
  [7, restore],
  [3, editBlindly],
  [14, check],
  [4, pass],
  [2, turnTable],
];
const whole = mix.reduce((sum, [weight]) => sum + weight, 0);

export function nextStep(random: Random): Operation {
  let left = random.below(whole);
  for (const [weight, operation] of mix) {
    left -= weight;
    if (left < 0) return operation;
  }
  return upload;
}
