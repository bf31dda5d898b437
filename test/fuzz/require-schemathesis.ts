import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const requirements = join(import.meta.dirname, 'requirements.txt');

/** Where its program is; installed first where it is not, in the very files that `requirements.txt` names. */
export function requireSchemathesis(): string {
  const hash = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join('node_modules/.cache', `schemathesis-${hash}`);
  const whole = join(folder, 'installed');
  if (!existsSync(whole)) {
    rmSync(folder, { recursive: true, force: true });
    run('python3', ['-m', 'venv', folder]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
    run(join(folder, 'bin/python'), [...pip, '--require-hashes', '-r', requirements]);
    writeFileSync(whole, '');
  }
  return join(folder, 'bin/schemathesis');
}

function run(command: string, args: string[]): void {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  } catch (cause) {
    const needs = 'Fuzzing needs Python 3.11 or newer with venv, and PyPI';
    throw new Error(`${needs}: ${command} ${args.join(' ')} failed.`, { cause });
  }
}
