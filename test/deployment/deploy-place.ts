import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Step } from './build-file.ts';

/** A folder as a build finds it, where the steps' own scripts run; who speaks with Google is a program of ours. */
export function deployPlace() {
  const folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  cpSync('tools/deploy', join(folder, 'tools/deploy'), { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('terraform/terraform.tfvars', '');
  return {
    folder,
    write,
    read: (path: string) => readFileSync(join(folder, path), 'utf8'),
    /** Puts an archive into dist/, named after its content as the build does. */
    archive(name: string, text: string): string {
      const hash = createHash('sha256').update(text).digest('hex');
      const path = `dist/${name}-${hash.slice(0, 16)}.zip`;
      write(path, text);
      return path;
    },
    /** A program that the steps find before any other of its name. */
    program(name: string, script: string): void {
      write(`bin/${name}`, `#!/bin/sh\n${script}\n`);
      chmodSync(join(folder, 'bin', name), 0o755);
    },
    run(
      { script }: Pick<Step, 'script'>,
      variables: Record<string, string> = {},
    ): SpawnSyncReturns<string> {
      const shell = script.startsWith('#!/usr/bin/env bash') ? 'bash' : 'sh';
      const path = `${join(folder, 'bin')}:${process.env.PATH ?? ''}`;
      return spawnSync(shell, ['-c', script], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...variables, PATH: path, FOLDER: folder },
      });
    },
  };
}
