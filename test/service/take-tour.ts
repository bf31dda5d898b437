import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { Step } from './readme.ts';
import { root, type RunningService } from './running-service.ts';

const run = promisify(execFile);
const divider = '--- next step ---';

/** Pastes every line of the tour into one shell, as a reader does. Gives what each step printed. */
export async function takeTour(
  steps: Step[],
  { port, stateFolder }: RunningService,
  folder: string,
): Promise<string[]> {
  const script = steps
    .map(({ commands }) => commands)
    .join(`\necho '${divider}'\n`)
    .replaceAll('npm run', `npm --prefix ${root} run`)
    .replaceAll('localhost:8080', `localhost:${port}`)
    .replaceAll('.local/keys', `${stateFolder}/keys`);
  const environment = { ...process.env, PORT: port, LOCAL_STATE: stateFolder };
  const { stdout, stderr } = await run('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: folder,
    env: environment,
  });
  expect(stderr).toBe('');
  return stdout.split(`${divider}\n`);
}

/** What differs each time: the clock. */
export function mask(output: string): string {
  return output.replace(/\d\d:\d\d:\d\d/g, 'HH:MM:SS');
}
