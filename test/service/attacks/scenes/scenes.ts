import type { Stage } from '../stage.ts';
import type { Attack, Words } from '../table.ts';
import { atOnce } from './at-once.ts';
import { honest } from './honest.ts';
import { later } from './later.ts';
import { limited } from './limited.ts';
import { sideEffects } from './side-effects.ts';

/** A case whose steps are more than requests beside each other. */
export type Scenes = Record<string, (stage: Stage, wanted: Attack, words: Words) => Promise<void>>;

export const scenes: Scenes = { ...atOnce, ...honest, ...later, ...limited, ...sideEffects };
