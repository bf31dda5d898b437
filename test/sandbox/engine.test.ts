import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { sampleKeys } from '../../sandbox/sample-keys.ts';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { runningSandbox } from './running-sandbox.ts';

/** As long as `expect.poll` waits: of itself `vi.waitFor` gives up after a second. */
const waitMs = 60_000;

const enginesOf = (parent: number): number[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
    .filter(([, , , args = '']) => args.includes('remote_server'))
    .filter(([, pid, ppid]) => Number(ppid) === parent || parents(Number(pid)).includes(parent))
    .map(([, pid]) => Number(pid));

function parents(pid: number): number[] {
  const found: number[] = [];
  for (let at = pid; at > 1 && found.length < 5;) {
    try {
      at = Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(at)], { encoding: 'utf8' }));
    } catch {
      break; // it has ended
    }
    found.push(at);
  }
  return found;
}

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('the SQL engine’s process', () => {
  test('ends when the sandbox is closed', async () => {
    const google = await runningSandbox();
    await (await google.client('good')).query('SELECT 1');
    const engines = enginesOf(process.pid);
    expect(engines.length).toBeGreaterThan(0);

    await google.close();
    await vi.waitFor(() => {
      expect(engines.filter(alive)).toEqual([]);
    }, waitMs);
  });

  test('ends when the process that started it is killed', async () => {
    const child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        `import { startSandbox } from ${JSON.stringify(import.meta.resolve('../../sandbox/start-sandbox.ts'))};
         await startSandbox({ stateFolder: process.argv[1], rowsOfLargestTable: 10 });
         setInterval(() => undefined, 1000);
         console.log('started');`,
        folder,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(child.stdout, 'data');
    const engines = await vi.waitFor(() => {
      const found = enginesOf(pidOf(child));
      expect(found.length).toBeGreaterThan(0);
      return found;
    }, waitMs);

    child.kill('SIGKILL');
    await vi.waitFor(
      () => {
        expect(engines.filter(alive)).toEqual([]);
      },
      { timeout: waitMs },
    );
  });

  test('is started anew by the next query when it was killed', async () => {
    const google = await runningSandbox();
    onTestFinished(google.close);
    const client = await google.client('good');
    await client.query('SELECT 1');
    for (const pid of enginesOf(process.pid)) process.kill(pid, 'SIGKILL');

    const [rows] = await client.query('SELECT COUNT(*) AS n FROM crm.subscribers');
    expect(rows).toEqual([{ n: 1000 }]);
  });
});

const pidOf = ({ pid = 0 }: ChildProcess) => pid;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the sample keys', () => {
  const started = async () => {
    const sandbox = await startSandbox({ stateFolder: folder, rowsOfLargestTable: 10 });
    await sandbox.close();
    const files = readdirSync(sandbox.keysFolder).toSorted();
    const content = (name: string) =>
      readFileSync(join(sandbox.keysFolder, name)).toString('latin1');
    return { files, content, keysFolder: sandbox.keysFolder };
  };

  test('are all there, for their owner alone, and told in a table', async () => {
    const { files, content, keysFolder } = await started();
    expect(files).toEqual([...sampleKeys.map(({ file }) => file), 'README.md'].toSorted());
    for (const { file, story } of sampleKeys) {
      expect(statSync(join(keysFolder, file)).mode & 0o777).toBe(0o600);
      expect(content('README.md')).toContain(
        `| ${file} | ${Buffer.from(story).toString('latin1')} |`,
      );
    }
  });

  test('are the same after a second start; one that was lost comes back', async () => {
    const first = await started();
    const good = first.content('good.json');
    unlinkSync(join(first.keysFolder, 'good.json'));
    expect((await started()).content('good.json')).toBe(good);
  });

  test('that cannot be read end the start with one sentence', async () => {
    writeFileSync(join(folder, 'sandbox-keys.json'), '{}[');
    await expect(startSandbox({ stateFolder: folder })).rejects.toThrow(/remove that file/);
  });
});
