import type { CountedDay } from './counted-day.ts';
import { type Priced, prices } from './list-prices.ts';
import { monthly } from './monthly-price.ts';

const fleets = [10, 1000, 100_000];

const words: Record<Priced, string> = {
  firestoreReads: 'Firestore, documents read',
  firestoreWrites: 'Firestore, documents written',
  firestoreDeletes: 'Firestore, documents deleted',
  secretVersions: 'Secret Manager, keys kept',
  secretAccesses: 'Secret Manager, keys read',
  taskOperations: 'Cloud Tasks, operations',
  requests: 'Cloud Run, requests',
  cpuSeconds: 'Cloud Run, vCPU seconds',
  memorySeconds: 'Cloud Run, GiB seconds',
  publishedBytes: 'Pub/Sub, bytes published',
  logBytes: 'Cloud Logging, bytes',
  schedules: 'Cloud Scheduler, jobs',
};

const seen = {
  there: 'yes',
  elsewhere: 'no, elsewhere',
  nowhere: 'no',
};

/** A month of three fleets in US dollars, as a table in Markdown. */
export function priceTable(day: CountedDay, checksADay: number): string {
  const months = fleets.map((connectors) => monthly(day, { connectors, checksADay }));
  const rows = Object.entries(words).map(([what, name]) => {
    const { usd, each, seen: where } = prices[what as Priced];
    const unit = each === 1 ? '' : ` / ${sizeOf(each)}`;
    const paid = months.map((month) => dollars(month.find(([of]) => of === what)?.[2] ?? 0));
    return [name, `${String(usd)}${unit}`, ...paid, seen[where]];
  });
  const totals = months.map((month) => dollars(month.reduce((sum, [, , usd]) => sum + usd, 0)));
  const header = ['USD a month', 'price', ...fleets.map((count) => `${grouped(count)} connectors`)];
  return markdown([
    [...header, 'read on Google’s page'],
    ...rows,
    ['**in all**', '', ...totals, ''],
  ]);
}

export function markdown([header = [], ...rows]: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

export const grouped = (count: number) => count.toLocaleString('en');

const dollars = (usd: number) =>
  usd.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function sizeOf(each: number): string {
  if (each === 1024 ** 3) return 'GiB';
  return each === 1024 ** 4 ? 'TiB' : grouped(each);
}
