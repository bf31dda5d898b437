import type { Said } from './said.ts';
import { inconclusive, type Resource, type Verdict } from './verdict.ts';

/** The thing whose limit it is, in Google's own words of limits. */
const things: [pattern: RegExp, on: Resource][] = [
  [/\b(?:this|your) project/i, 'project'],
  [/\b(?:this|your) dataset\b/i, 'dataset'],
  [/\b(?:this|your) table\b/i, 'table'],
];

/** Not every quota is a daily one (nodejs-bigquery#542), and only some are the customer's to raise. */
export function quota({ text }: Said): Verdict {
  if (/custom quota/i.test(text)) return inconclusive('quota-custom', 'customer', 'project');
  if (/free query bytes/i.test(text)) return inconclusive('quota-free-tier', 'customer', 'project');
  return inconclusive(
    'rate-limit',
    'operator',
    things.find(([pattern]) => pattern.test(text))?.[1],
  );
}
