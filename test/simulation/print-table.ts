import { rowNames, type Tally } from './judge.ts';
import type { Outcome } from './simulate.ts';

const columns = ['incidents', 'announced', 'duplicates', 'missed', 'late', 'false'] as const;

/** The table of the README, over all parts. */
export function tableOf(outcomes: Outcome[]): string {
  const lines = rowNames.map((name) => {
    const tallies = outcomes.flatMap(({ table }) => table[name] ?? []);
    const sums = columns.map((column) => tallies.reduce((sum, tally) => sum + tally[column], 0));
    return `| ${[name, ...sums, delay(tallies)].join(' | ')} |`;
  });
  const heads = ['what befell', ...columns, 'longest wait'];
  const rule = heads.map(() => '---');
  return [`| ${heads.join(' | ')} |`, `| ${rule.join(' | ')} |`, ...lines].join('\n');
}

/** In hours and minutes, since the service could have seen it. */
function delay(tallies: Tally[]): string {
  const worst = Math.round(60 * Math.max(...tallies.map(({ worstDelay }) => worstDelay)));
  if (worst === 0) return '';
  return `${String(Math.floor(worst / 60))} h ${String(worst % 60).padStart(2, '0')}`;
}

export function figuresOf(outcomes: Outcome[], seconds: number): string {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((all, each) => all + of(each), 0);
  const checks = sum((each) => each.checks);
  const backlog = outcomes.map(
    ({ backlog: { tasks, seconds: took } }) => `${String(tasks)} in ${took.toFixed(0)} s`,
  );
  return [
    `${String(checks)} checks in ${seconds.toFixed(0)} s`,
    `in the outage: ${String(sum((each) => each.checksInOutage))} checks, ${String(sum((each) => each.callsInOutage))} calls to Google`,
    `after a day without a schedule: ${backlog.join(', ')}`,
    `announced again under the same id: ${String(sum((each) => each.repeated))}`,
  ].join('\n');
}
