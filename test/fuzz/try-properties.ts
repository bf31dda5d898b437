import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';

const runs = 2000;

/** Every property of the unit tests that does not say itself how often it is tried; whether all of them hold. */
export function tryProperties(): boolean {
  const files = globSync('test/{connectors,http,adapters,limits,validation}/**/*.test.ts').filter(
    (file) => readFileSync(file, 'utf8').includes("from 'fast-check'"),
  );
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', ...files];
  const env = { ...process.env, FUZZ_RUNS: String(runs) };
  return spawnSync(process.execPath, vitest, { env, stdio: 'inherit' }).status === 0;
}
