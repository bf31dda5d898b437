import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './running-service.ts';

export interface Step {
  commands: string;
  /** What the README shows under them; undefined where it shows nothing. */
  output?: string;
}

/** The tour of the README: what a reader pastes, and what she is to see. */
export function tourOfReadme(): Step[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, tour = ''] = /\n## A tour with curl\n([\s\S]*?)(?=\n## |$)/.exec(readme) ?? [];
  const blocks = [...tour.matchAll(/```(sh|text)\n([\s\S]*?)```/g)];
  const steps: Step[] = [];
  for (const [, kind, text = ''] of blocks) {
    const last = steps.at(-1);
    if (kind === 'text' && last) last.output = text;
    else steps.push({ commands: text });
  }
  return steps;
}
