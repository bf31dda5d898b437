import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface Ran {
  status: number | null;
  stdout: string;
  /** All that it said, for people. */
  said: string;
}

/** Terraform in a folder, without colours and without asking. */
export function terraform(folder: string, ...words: string[]): Ran {
  const ran = spawnSync('terraform', [`-chdir=${folder}`, ...words], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, TF_IN_AUTOMATION: '1', TF_PLUGIN_CACHE_DIR: pluginCache() },
  });
  if (ran.error) return { status: null, stdout: '', said: ran.error.message };
  return { status: ran.status, stdout: ran.stdout, said: ran.stdout + ran.stderr };
}

/** A copy of terraform/, changed as one likes, and then with its provider; it goes with the process. */
export function workingCopy(change: (folder: string) => void = () => undefined): string {
  const root = mkdtempSync(join(tmpdir(), 'terraform-'));
  process.once('exit', () => {
    rmSync(root, { recursive: true, force: true });
  });
  const folder = join(root, 'terraform');
  cpSync('terraform', folder, {
    recursive: true,
    verbatimSymlinks: true,
    // Not what belongs to whoever deploys from here: providers, state, and the values of the deployment.
    filter: (path) => !/\.terraform(\/|$)|\.tfstate|^terraform\/[^/]*\.tfvars$/.test(path),
  });
  change(folder);
  const made = terraform(folder, 'init', '-backend=false', '-input=false', '-no-color');
  if (made.status !== 0) throw new Error(`terraform init failed: ${made.said}`);
  return folder;
}

/** Each copy would fetch the provider anew, and it is large. */
function pluginCache(): string {
  const folder = process.env.TF_PLUGIN_CACHE_DIR ?? resolve('node_modules/.cache/terraform');
  mkdirSync(folder, { recursive: true });
  return folder;
}
