import { simulate } from './simulate.ts';
import type { Scale } from './script.ts';

/** A process of its own for a part of the fleet; tells how it went to the one that began it. */
const [given = ''] = process.argv.slice(2);
const { scale, part } = JSON.parse(given) as { scale: Scale; part: { of: number; number: number } };
process.send?.(await simulate(scale, part));
