import type * as z from 'zod';
import { unknownPlace } from './unknown-place.ts';

/** Where a field is that has to be mended: the part of the request, and a JSON pointer into it (RFC 6901). */
export interface FieldError {
  in: 'path' | 'query' | 'header' | 'body';
  pointer: string;
  detail: string;
}

/** The sentence for what a schema says no to without words of its own; zod's error map. */
export function sentence(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${article(issue.expected)}`;
    case 'too_big':
      return bound('most', issue.maximum, issue.origin);
    case 'too_small':
      return bound('least', issue.minimum, issue.origin);
    case 'invalid_value':
      return issue.input === undefined
        ? 'is missing'
        : `must be one of: ${issue.values.join(', ')}`;
    case 'invalid_union':
      return Array.isArray(issue.options)
        ? `must be one of: ${issue.options.join(', ')}`
        : 'must be one of the kinds that the documentation lists';
    case 'unrecognized_keys':
      return 'is not known here; leave it out';
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
      return 'does not have the expected form';
  }
}

function article(expected: string): string {
  const words: Record<string, string> = {
    int: 'a whole number',
    array: 'a list',
    object: 'an object',
    number: 'a number',
    nonoptional: 'given',
  };
  return words[expected] ?? `a ${expected}`;
}

function bound(end: 'most' | 'least', figure: number | bigint, origin: string): string {
  const units: Record<string, [one: string, several: string]> = {
    string: ['character', 'characters'],
    array: ['entry', 'entries'],
  };
  const unit = units[origin]?.[Number(figure) === 1 ? 0 : 1];
  const amount = `at ${end} ${String(figure)}`;
  return unit === undefined ? `must be ${amount}` : `must have ${amount} ${unit}`;
}

/** Every issue as a field to mend, each field once. An unknown member is named only where its name is plainly a name. */
export function explainIssues(where: FieldError['in'], issues: z.core.$ZodIssue[]): FieldError[] {
  const byField = new Map<string, FieldError>();
  const wrongTypes = issues.filter(({ code }) => code === 'invalid_type');
  // Of a wrong type nothing else is worth saying; else the narrowest bound, which zod tells last.
  for (const error of [...issues, ...wrongTypes].flatMap((issue) => errorsOf(where, issue)))
    byField.set(error.pointer, error);
  return [...byField.values()];
}

function errorsOf(where: FieldError['in'], issue: z.core.$ZodIssue): FieldError[] {
  const paths =
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, ...unknownPlace(key)])
      : [issue.path];
  return paths.map((path) => ({ in: where, pointer: pointer(path), detail: issue.message }));
}

export function pointer(path: PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
