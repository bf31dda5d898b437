import { execFileSync } from 'node:child_process';

/** The words of each call of gcloud and bq in a script, as a shell reads them. Nothing else can be called. */
export function wordsOf(script: string): string[][] {
  const tell = 'say() { printf "%s\\0" "$@"; printf "\\n\\0"; }';
  const programs = ['gcloud', 'bq'].map((name) => `${name}() { say ${name} "$@"; }`);
  const said = execFileSync('/bin/sh', ['-c', [tell, ...programs, script].join('\n')], {
    encoding: 'utf8',
    env: { PATH: '/nowhere' },
  });
  const lines = said.split('\n\0').filter((line) => line !== '');
  return lines.map((line) => line.split('\0').filter((word) => word !== ''));
}
