import { describe } from 'vitest';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { runAttacks } from '../service/attacks/run-attacks.ts';
import { deployedTarget } from './attacks/deployed-target.ts';

describe.skipIf(emulatorJar() === undefined)('with Java and Google’s Firestore emulator', () => {
  runAttacks('the bundles', deployedTarget);
});
