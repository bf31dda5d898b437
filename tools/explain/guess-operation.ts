import type { HttpRefusal } from '../../shared/ports/answer.ts';
import { isObject } from '../../shared/validation/refusals/envelope.ts';
import { namedPermission } from '../../shared/validation/refusals/named-permission.ts';
import { readRefusal } from '../../shared/validation/refusals/said.ts';

/** What is asked for where a permission is missing. */
const byPermission: Record<string, string> = {
  'bigquery.datasets.get': 'datasets.get',
  'bigquery.jobs.create': 'jobs.query',
  'bigquery.jobs.get': 'jobs.get',
  'bigquery.tables.create': 'jobs.insert',
  'bigquery.tables.get': 'tables.get',
  'bigquery.tables.getData': 'jobs.query',
  'bigquery.tables.list': 'tables.list',
  'bigquery.tables.updateData': 'jobs.insert',
};

/** In the order of trust: what Google says in a place of its own, a permission, its words for things. */
const byWords: [pattern: RegExp, operation: string][] = [
  [
    / at \[\d+:\d+\]|\bin location\b|\bquery\b|drive credentials|globbing|policy tag/i,
    'jobs.query',
  ],
  [/^not found:? dataset|^access denied:? dataset/i, 'datasets.get'],
  [/^not found:? table|^access denied:? table/i, 'tables.get'],
];

/** What was probably asked for: checks and sentences hang on it, though few verdicts do. */
export function guessOperation(body: unknown): string {
  if (isObject(body) && typeof body.error === 'string') return 'token';
  if (isObject(body) && isObject(body.status)) return 'jobs.get';
  const refusal: HttpRefusal = { kind: 'http', operation: 'datasets.list', httpStatus: 200, body };
  const said = readRefusal(refusal);
  const permission = namedPermission(said) ?? '';
  if (Object.hasOwn(byPermission, permission)) return byPermission[permission] ?? '';
  if (said.reason === 'invalidQuery') return 'jobs.query';
  return byWords.find(([pattern]) => pattern.test(said.text))?.[1] ?? 'datasets.list';
}
