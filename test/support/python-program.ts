import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Where a program of PyPI's is; installed first where it is not, in the very files that a `requirements.txt` names by
 * their hashes. Throws, with what it needs, where it cannot be.
 */
export function pythonProgram(name: string, requirements: string): string {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(process.cwd(), 'node_modules/.cache', `${name}-${hash}`);
  const whole = join(folder, 'installed');
  if (!existsSync(whole)) {
    rmSync(folder, { recursive: true, force: true });
    run(name, 'python3', ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
    run(name, join(folder, 'bin/python'), [...pip, '--require-hashes', '-r', requirements]);
    writeFileSync(whole, '');
  }
  return join(folder, 'bin', name);
}

function run(name: string, command: string, args: string[]): void {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  } catch (cause) {
    const needs = `${name} needs Python 3.11 or newer with venv, and PyPI`;
    throw new Error(`${needs}: ${basename(command)} ${args.join(' ')} failed.`, { cause });
  }
}
