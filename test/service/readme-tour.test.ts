import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { type Step, tourOfReadme } from './readme.ts';
import { newStateFolder, removeFolder, root, startService } from './running-service.ts';

const stateFolder = newStateFolder();
const scratch = mkdtempSync(join(tmpdir(), 'tour-'));
afterAll(() => {
  removeFolder(stateFolder);
  removeFolder(scratch);
});

const run = promisify(execFile);
const divider = '--- next step ---';

test('the tour of the README works as it stands, twice, and its connector outlives a restart', async () => {
  const steps = tourOfReadme();
  expect(steps.length).toBeGreaterThanOrEqual(8);

  const service = await startService(stateFolder, []);
  const first = await take(steps, service.port);
  expect(first.map(mask)).toEqual(steps.map(({ output = '' }) => mask(output)));

  const second = await take(steps, service.port);
  expect(second).toHaveLength(steps.length);
  expect(mask(second.at(-1) ?? '')).toBe(mask(steps.at(-1)?.output ?? ''));
  await service.stop();

  const restarted = await startService(stateFolder, []);
  const ask = await restarted.asker('demo');
  const { connectors } = (await ask('/list-connectors/')).json;
  expect(connectors).toHaveLength(2);
  await restarted.stop();
});

/** Pastes every line of the tour into one shell, as a reader does. Gives what each step printed. */
async function take(steps: Step[], port: string): Promise<string[]> {
  const script = steps
    .map(({ commands }) => commands)
    .join(`\necho '${divider}'\n`)
    .replaceAll('npm run', `npm --prefix ${root} run`)
    .replaceAll('localhost:8080', `localhost:${port}`)
    .replaceAll('.local/keys', `${stateFolder}/keys`);
  const environment = { ...process.env, PORT: port, LOCAL_STATE: stateFolder };
  const { stdout, stderr } = await run('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: scratch,
    env: environment,
  });
  expect(stderr).toBe('');
  return stdout.split(`${divider}\n`);
}

/** What differs each time: the clock. */
function mask(output: string): string {
  return output.replace(/\d\d:\d\d:\d\d/g, 'HH:MM:SS');
}
