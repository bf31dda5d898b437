import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Pool } from './pool.ts';

export interface Fuzzed {
  /** How often which status was answered. */
  statuses: Record<string, number>;
  failed: boolean;
  /** The calls that were found to fail, as `GET /list-connectors`. */
  failures: string[];
  /** All that Schemathesis said. */
  said: string;
}

export interface FuzzOptions {
  program: string;
  /** The file of the document. */
  schema: string;
  pool: Pool;
  as: 'editor' | 'viewer';
  examples: number;
  seconds: number;
  seed: number;
}

/** Every call of the document, asked as it promises and as it does not, until the examples or the seconds are used up. */
export async function runSchemathesis(options: FuzzOptions): Promise<Fuzzed> {
  const { program, schema, pool, as, examples, seconds, seed } = options;
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const statuses = join(folder, 'statuses.json');
  const args = [
    ...['--config-file', join(import.meta.dirname, 'schemathesis.toml')],
    ...['run', schema, '--url', pool.origin, '--no-color'],
    ...['--header', `Authorization: Bearer ${pool[as]}`],
    ...['--max-examples', String(examples), '--max-time', String(seconds), '--seed', String(seed)],
    ...['--suppress-health-check', 'all', '--warnings', 'off', '--continue-on-failure'],
  ];
  const child = spawn(resolve(program), args, {
    cwd: folder, // it leaves notes where it runs, keys in them
    env: {
      ...process.env,
      PYTHONPATH: import.meta.dirname,
      SCHEMATHESIS_HOOKS: 'hooks',
      PYTHONDONTWRITEBYTECODE: '1',
      FUZZ_POOL: JSON.stringify(pool),
      FUZZ_STATUSES: statuses,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  const counted = existsSync(statuses)
    ? (JSON.parse(readFileSync(statuses, 'utf8')) as Fuzzed['statuses'])
    : {};
  rmSync(folder, { recursive: true });
  const failures = [...said.matchAll(/^_+ ([A-Z]+ \/\S*) _+$/gm)].map(([, call = '']) => call);
  return { statuses: counted, failed: code !== 0, failures, said };
}
