import { execFileSync } from 'node:child_process';
import { expect } from 'vitest';
import type { Answered } from '../../send.ts';
import type { Afterwards } from '../afterwards.ts';

/** Every text under a name, wherever it stands in the answer. */
function under(name: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && typeof inner === 'string' ? [inner] : under(name, inner),
  );
}

/** What stands in gcloud's place tells its words, one a line. */
const stub = 'gcloud() { printf "%s\\n" "$@"; }; ';

function commandsAreOnlyCommands(answers: Answered[]): void {
  for (const line of answers.flatMap(({ json }) => under('gcloud', json)).flatMap(linesOf)) {
    expect(line).toMatch(/^(?:gcloud|bq) /);
    // eslint-disable-next-line no-control-regex -- they are what must not be there
    expect(line).not.toMatch(/[\u0000-\u001f\u007f]/);
    const words = execFileSync('sh', ['-c', stub + line.replace(/^bq /, 'gcloud ')]).toString();
    expect(words.trimEnd().split('\n')).toEqual(wordsMeant(line));
  }
}

const linesOf = (text: string) => text.split('\n').filter((line) => line !== '');

/** The words of a line in which nothing but single quotes means anything. */
function wordsMeant(line: string): string[] {
  const words = line.match(/(?:[^\s']|'[^']*')+/g) ?? [];
  return words.slice(1).map((word) => word.replaceAll("'", ''));
}

const pasted: Afterwards[string] = (_, answers) => {
  commandsAreOnlyCommands(answers);
};

export const ofWords: Afterwards = {
  'shell-job-project': pasted,
  'shell-export-dataset-subst': pasted,

  'hcl-dataset-interpolation'(_, answers) {
    for (const block of answers.flatMap(({ json }) => under('terraform', json)))
      expect(block).not.toMatch(/(?<!\$)\$\{|(?<!%)%\{/);
    commandsAreOnlyCommands(answers);
  },

  'link-project'(_, answers) {
    for (const url of answers.flatMap(({ json }) => under('consoleUrl', json))) {
      expect(url).toMatch(/^https:\/\/console\.cloud\.google\.com\//);
      expect(new URL(url).searchParams.getAll('project')).not.toContain('evil');
    }
  },
};
