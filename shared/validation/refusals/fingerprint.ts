import { createHash } from 'node:crypto';
import { knownPermission } from './permissions.ts';
import type { Said } from './said.ts';

/** Google's words for things; what follows one is its name, unless it is one of the words after it. */
const things = words(
  'bucket column connection consumer dataset field file group job key location model named principal project region',
  'reservation resource routine service table user view',
);
const notNames = words(
  'and are as at before but by can cannot could did does due for from has have in is it may must not of on or over',
  'perhaps permission that to was were where which will with without',
);

/**
 * The same for the same kind of answer at any customer, so that operators can count what nobody knows: a hash over its
 * codes and the plain words of its sentence. Nothing of the customer's goes in that could be told from it.
 */
export function fingerprintOf({
  operation,
  httpStatus,
  reason,
  errorInfo,
  word,
  text,
}: Said): string {
  const seen = [operation, httpStatus, reason, errorInfo, word, skeletonOf(text)];
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 12);
}

/** Words of plain letters, and permissions; without what is quoted, and without what follows a word like "dataset". */
export function skeletonOf(text: string): string {
  const kept: string[] = [];
  let previous = '';
  const unquoted = text.replace(/(?<![\p{L}\p{N}])(['"`])(?:(?!\1).){0,1000}\1/gu, ' ');
  for (const token of unquoted.split(/\s+/)) {
    const bare = token.replace(/^[([{<]+|[\])}>.,:;!?]+$/g, '').toLowerCase();
    const isName = things.has(previous) && !notNames.has(bare);
    if (isPlain(bare) && !isName) kept.push(knownPermission(bare) ?? bare);
    previous = /[.:;!?]$/.test(token) && !things.has(bare) ? '' : bare;
  }
  return kept.join(' ');
}

const isPlain = (token: string) =>
  /^[a-z]{1,20}(?:'[a-z]{1,2})?$/.test(token) || knownPermission(token) !== undefined;

function words(...lines: string[]): Set<string> {
  return new Set(lines.flatMap((line) => line.split(' ')));
}
