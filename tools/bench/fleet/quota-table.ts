import type { CountedDay } from './counted-day.ts';
import type { Usage } from './counted-stage.ts';
import { grouped, markdown } from './price-table.ts';

const fleets = [10, 1000, 100_000];
/** The queue's own rate (checks_a_second, as it is without being set): what a fleet asks at the most, after an outage or an import. */
const dispatchesASecond = 40;

/** Google's defaults for a project, and where they are told. */
const quotas = {
  secretAccesses: { most: 90_000, page: 'https://cloud.google.com/secret-manager/quotas' },
  secretReads: { most: 600, page: 'https://cloud.google.com/secret-manager/quotas' },
  secretWrites: { most: 600, page: 'https://cloud.google.com/secret-manager/quotas' },
  dispatches: { most: 500, page: 'https://cloud.google.com/tasks/docs/quotas' },
  writes: { most: 500, page: 'https://cloud.google.com/firestore/docs/best-practices' },
  instances: {
    most: 1000,
    page: 'https://cloud.google.com/run/docs/configuring/max-instances-limits',
  },
};

/** What three fleets ask of what Google limits, on average and while the queue hands out all it may. */
export function quotaTable(day: CountedDay, checksADay: number): string {
  const { ofChecks, checks, checkMs } = day;
  const each = (what: keyof Usage) => ofChecks[what] / checks;
  const rates = [
    ...fleets.map((connectors) => (connectors * checksADay) / 86_400),
    dispatchesASecond,
  ];
  const row = (name: string, of: (checksASecond: number) => number, quota: keyof typeof quotas) => [
    name,
    ...rates.map((rate) => rounded(of(rate))),
    grouped(quotas[quota].most),
    quotas[quota].page,
  ];
  return markdown([
    [
      'asked for',
      ...fleets.map((count) => `${grouped(count)} connectors`),
      'at the queue’s full rate',
      'Google’s default',
      'source',
    ],
    row('tasks handed out a second', (rate) => rate, 'dispatches'),
    row('keys read a minute', (rate) => rate * 60 * each('accesses'), 'secretAccesses'),
    row('secrets looked at a minute', (rate) => rate * 60 * each('secretReads'), 'secretReads'),
    row('secrets changed a minute', (rate) => rate * 60 * each('secretWrites'), 'secretWrites'),
    row('documents written a second', (rate) => rate * each('writes'), 'writes'),
    row(
      'checks at once, one vCPU each at the most',
      (rate) => (rate * checkMs) / 1000,
      'instances',
    ),
  ]);
}

function rounded(number: number): string {
  if (number >= 10) return grouped(Math.round(number));
  if (number > 0 && number < 0.01) return 'under 0.01';
  return number === 0 ? '0' : String(Number(number.toPrecision(2)));
}
