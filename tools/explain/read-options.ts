import { parseArgs } from 'node:util';
import { BadInput } from './bad-input.ts';

const string = { type: 'string' } as const;
const options = {
  operation: string,
  status: string,
  account: string,
  project: string,
  dataset: string,
  table: string,
  json: { type: 'boolean', default: false },
} as const;

export interface Options {
  operation?: string;
  status?: string;
  account?: string;
  project?: string;
  dataset?: string;
  table?: string;
  json: boolean;
}

/** Names go into command lines and sentences: what no such name can be is a slip. */
const shapes: Partial<Record<keyof Options, [shape: RegExp, example: string]>> = {
  operation: [/^[A-Za-z]{2,40}(?:\.[A-Za-z]{2,40}){0,3}$/, 'tables.get'],
  status: [/^[1-5]\d\d$/, '403'],
  account: [/^[\w.+-]{1,100}@[\w.-]{1,200}$/, 'reader@acme-analytics.iam.gserviceaccount.com'],
  project: [/^(?:[\w.-]{1,100}:)?[\w-]{1,100}$/, 'acme-analytics'],
  dataset: [/^\w{1,1024}$/, 'crm'],
  table: [/^[\p{L}\p{M}\p{N}\p{Pc}\p{Pd} ]{1,1024}$/u, 'contacts'],
};

export function readOptions(words: string[]): Options {
  const values: Options = parsed(words);
  for (const [name, [shape, example]] of Object.entries(shapes)) {
    const value = values[name as keyof Options];
    if (typeof value === 'string' && !shape.test(value))
      throw new BadInput(`--${name} must be like ${example}.`);
  }
  return values;
}

function parsed(args: string[]): Options {
  try {
    return parseArgs({ args, options }).values;
  } catch {
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new BadInput(`The options are ${known.join(', ')}; all but --json take a value.`);
  }
}
