import type { Said } from './said.ts';
import { failed, inconclusive, type Resource, type Verdict } from './verdict.ts';

const thing =
  '(project|dataset|table|view|model|routine|function|connection|job|token|uri|file|bucket|reservation)';
const patterns = [
  new RegExp(String.raw`not found:?\s+${thing}s?\b`, 'i'),
  new RegExp(String.raw`\b${thing}\b[^.]{0,300}? (?:(?:was |is )?not found|does not exist)\b`, 'i'),
];

/** The kind of thing that each is in our words. */
const kinds: Record<string, Resource> = {
  dataset: 'dataset',
  model: 'dataset',
  routine: 'dataset',
  function: 'dataset',
  table: 'table',
  view: 'table',
  connection: 'connection',
  uri: 'bucket',
  file: 'bucket',
  bucket: 'bucket',
};

/** What is not there, or not where it was looked for. */
export function classifyAbsence(said: Said): Verdict | undefined {
  const { operation, text } = said;
  const absent = said.httpStatus === 404 || said.httpStatus === 410;
  if (!absent && said.reason !== 'notFound' && said.word !== 'NOT_FOUND') return undefined;
  if (operation === 'certificates') return failed('account-gone', 'service account');
  if (operation === 'token') return undefined; // that endpoint has no things to be missing
  const what =
    patterns
      .map((pattern) => pattern.exec(text)?.[1])
      .find(Boolean)
      ?.toLowerCase() ?? '';
  if (what === 'project') return failed('project-wrong', 'project');
  if (what === 'reservation') return failed('reservation', 'project');
  if (what === 'job' || (what === '' && operation.startsWith('jobs.')))
    return inconclusive('our-request', 'operator');
  // Of a list that changed meanwhile (python-bigquery-pandas#215).
  if (what === 'token') return inconclusive('google-transient', 'google');
  const on = Object.hasOwn(kinds, what) ? kinds[what] : ofOperation(operation);
  const byLocation = on === 'dataset' || on === 'table';
  const elsewhere = /not found in location/i.test(text) || operation.startsWith('jobs.');
  return failed(byLocation && elsewhere ? 'location' : 'not-found', on);
}

function ofOperation(operation: string): Resource {
  if (operation.startsWith('datasets.'))
    return operation === 'datasets.list' ? 'project' : 'dataset';
  if (operation.startsWith('projects.')) return 'project';
  if (operation.startsWith('buckets.') || operation.startsWith('objects.')) return 'bucket';
  return operation === 'tables.list' || operation === 'tables.insert' ? 'dataset' : 'table';
}
