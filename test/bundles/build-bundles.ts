import { execFileSync } from 'node:child_process';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';

/** Before the tests of bundles. */
export function setup(): void {
  if (emulatorJar() !== undefined) buildBundles();
}

/** What is run then is what would be deployed now. */
export function buildBundles(): void {
  execFileSync(process.execPath, ['tools/build.ts'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
