import type { Hit } from '../../support/canary/scanner.ts';
import type { Answer } from './asking.ts';
import type { Collected } from './collect.ts';

const number = (count: number) => count.toLocaleString('en');

/** "1,204 answers, 3,310 log lines, … scanned, 0 hits", and which statuses there were among the answers. */
export function figures(found: Collected, hits: Hit[], answers: Answer[]): string {
  const counts = Object.entries(found).map(([kind, { count }]) => `${number(count)} ${kind}`);
  const byStatus = Map.groupBy(answers, ({ status }) => status);
  const statuses = [...byStatus].toSorted(([one], [other]) => one - other);
  return [
    `${counts.join(', ')} scanned, ${number(hits.length)} hits`,
    `statuses: ${statuses.map(([status, of]) => `${String(status)} × ${number(of.length)}`).join(', ')}`,
  ].join('\n');
}
