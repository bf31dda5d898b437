import type { Outcome } from './simulate.ts';
import { rowNames } from './judge.ts';

export interface Demand {
  title: string;
  /** What does not hold. */
  broken: (outcome: Outcome, connectors: number) => string[];
}

const inRows = (outcome: Outcome, what: 'missed' | 'late' | 'duplicates' | 'false') =>
  rowNames.flatMap((name) => {
    const count = outcome.table[name]?.[what] ?? 0;
    return count > 0 ? [`${name}: ${String(count)} ${what}`] : [];
  });

/** The queue hands out fifty a second, after a burst of as many. */
const aSecond = 50;
/** Two calls a check: thirty checks find the outage out, then there are four tries a minute for two hours. */
const mostCallsInOutage = 2 * (30 + 4 * 120);
const usualLines = [
  'announcement-delayed',
  'checks-late', // the schedule is made not to fire for a day
  'connector-checked',
  'connector-health-changed',
  'fleet-health',
  'fleet-health-failed', // the store is made to fail now and then
  'google-outage',
  'google-outage-over',
];

/** What is asked of the service, whatever befalls its connectors. */
export const demands: Demand[] = [
  {
    title: 'every real break and every end of one is announced, within its time',
    broken: (outcome) => [...inRows(outcome, 'missed'), ...inRows(outcome, 'late')],
  },
  { title: 'and announced once', broken: (outcome) => inRows(outcome, 'duplicates') },
  { title: 'nothing that passes is announced', broken: (outcome) => inRows(outcome, 'false') },
  {
    title: 'an outage of Google is one line for the operators, and its end another',
    broken: ({ lines }) =>
      ['google-outage', 'google-outage-over'].filter((line) => lines[line] !== 1),
  },
  {
    title: 'in an outage Google is hardly asked, however many connectors there are',
    broken: ({ callsInOutage: calls }) =>
      calls > mostCallsInOutage ? [`${String(calls)} calls`] : [],
  },
  {
    title: 'no more is handed out than the queue may hand out',
    broken: ({ mostASecond: most }) =>
      most > 2 * aSecond ? [`${String(most)} in one second`] : [],
  },
  {
    title:
      'what waited for a schedule that did not fire is done once, at that rate, the longest due first',
    broken: ({ backlog: { tasks, seconds, longestDueFirst } }, connectors) => [
      ...(longestDueFirst ? [] : ['out of order']),
      ...(tasks > connectors ? ['more tasks than connectors'] : []),
      ...(tasks < connectors / 2 ? ['there was no backlog'] : []),
      ...(seconds > tasks / aSecond + 1 ? [`${String(seconds)} s for ${String(tasks)} tasks`] : []),
    ],
  },
  {
    title: 'no task is given up, and no schedule fails',
    broken: ({ lines }) => Object.keys(lines).filter((line) => !usualLines.includes(line)),
  },
];
