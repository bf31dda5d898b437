import { execFileSync } from 'node:child_process';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';

/** Before the tests of bundles: what they run is what would be deployed now. */
export function setup(): void {
  if (emulatorJar() === undefined) return;
  execFileSync(process.execPath, ['tools/build.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
