import { describe, expect, test } from 'vitest';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { chaos } from './chaos.ts';
import { wrongIn } from './print.ts';
import { sabotages } from './sabotages.ts';

/** Who judges what is left after kills is judged first: nobody is killed here, and Google breaks its word. */
describe.skipIf(emulatorJar() === undefined)('chaos comes to light:', () => {
  test.each(Object.entries(sabotages))('%s', async (_, { by, strikes, found }) => {
    let struck = 0;
    const sabotage = by(() => (struck += 1));
    const until = () => struck >= strikes;
    const outcome = await chaos({ operations: 60, seed: 3, kills: false, sabotage, until });

    expect(struck).toBeGreaterThanOrEqual(strikes);
    expect(wrongIn(outcome).join('\n')).toMatch(found);
  });
});
