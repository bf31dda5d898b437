import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { commands } from '../deployment/handbook.ts';
import { cloudSdk } from '../sandbox/cloud-sdk.ts';

const run = promisify(execFile);

/** What the handbook's blocks call, one after the other in one shell, with loops and variables as bash has them. */
function callsOfGcloud(): string[][] {
  const told = [
    'gcloud() { { printf "%s\\0" "$@"; printf "\\n\\0"; } >&3; [ "$1" = projects ] && echo 123456789012; true; }',
    ...['terraform', 'npm', 'node', 'bash', 'cp', 'echo'].map((name) => `${name}() { true; }`),
  ];
  const script = [...told, ...commands()].join('\n');
  const said = execFileSync(
    'bash',
    ['-eu', '-c', `PATH=/nowhere; exec 3>&1 >/dev/null\n${script}`],
    {
      encoding: 'utf8',
    },
  );
  return said
    .split('\n\0')
    .filter((line) => line !== '')
    .map((line) => line.replace(/\0$/, '').split('\0'));
}

const calls = callsOfGcloud();
const known = new Map(calls.map((words) => [shapeOf(words), words]));

/** Of commands that differ in what they name alone, one is enough: gcloud takes a second for each. */
function shapeOf(words: string[]): string {
  return words
    .map((word) => (word.startsWith('--') ? word.replace(/=.*/, '') : word.replace(/[^a-z].*/, '')))
    .join(' ');
}

/** gcloud reads its whole command line before it looks for an account; here there is none. */
describe.skipIf(!cloudSdk())('Google’s command line knows what the handbook asks of it:', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gcloud-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('it asks for a lot', () => {
    expect(calls.length).toBeGreaterThan(40);
  });

  test.concurrent.each([...known.values()].map((words) => [words.join(' '), words] as const))(
    '%s',
    async (_line, words) => {
      if (words[0] === 'auth') return; // it would open a browser
      const told = await run('gcloud', words, {
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          CLOUDSDK_CONFIG: mkdtempSync(join(folder, 'call-')), // several at once lock one another out
          CLOUDSDK_CORE_PROJECT: 'acme-connectors',
          CLOUDSDK_CORE_DISABLE_PROMPTS: '1',
          CLOUDSDK_CORE_ACCOUNT: 'nobody@acme.example',
          CLOUDSDK_CORE_CHECK_GCE_METADATA: 'false',
        },
      }).catch((error: unknown) => error as { stderr: string });

      expect(told.stderr).toMatch(/Updated property|does not have any valid credentials/);
    },
  );
});
