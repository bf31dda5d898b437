import { checkInWords } from './checks-of.ts';
import type { Explanation } from './explain.ts';

const nobodyKnows = 'none';

/** For people: what it is, what the customer is told, and what to send to whoever can mend it. */
export function inLines(explained: Explanation): string {
  const { guessed, remedy } = explained;
  const guess = (what: string) => (guessed.includes(what) ? ' (guessed)' : '');
  const facts: [name: string, value: string][] = [
    ['asked for', explained.operation + guess('operation')],
    ['HTTP status', String(explained.httpStatus) + guess('status')],
    ['cause', explained.cause],
    ['check', explained.checks.map(checkInWords).join(', ') || nobodyKnows],
    ['outcome', explained.outcome],
    ['who must act', explained.who],
    ['missing permission', explained.missingPermission ?? nobodyKnows],
    ['role', explained.rightRole ?? nobodyKnows],
    ['on', explained.onWhat ?? nobodyKnows],
    ['fingerprint', explained.fingerprint],
  ];
  const width = Math.max(...facts.map(([name]) => name.length)) + 2;
  const { gcloud, bq, terraform, consoleUrl } = remedy ?? {};
  return [
    ...facts.map(([name, value]) => name.padEnd(width) + value),
    '',
    explained.sentence,
    ...(remedy ? ['', `Remedy: ${remedy.text}`] : []),
    ...[consoleUrl, gcloud, bq, terraform]
      .filter((line) => line !== undefined)
      .flatMap((line) => ['', line.replace(/^/gm, '  ')]),
  ].join('\n');
}
