import { median } from './median.ts';

export const delayMs = 50;
export const rounds = 15;
/** After the token: of one such round trip each, and a bit for our own work. */
const mostTrips = 4;
const mostSequential = 3;

export interface Request {
  operation: string;
  path: string;
  at: string;
}

export interface Seen {
  durationMs: number;
  requests: Request[];
}

/** Prints a line a purpose; the process fails where one takes more than it may. */
export function tell(
  seen: Map<string, Seen[]>,
  billed: Record<string, number>,
  { trip, exchange }: { trip: number; exchange: number },
): void {
  const count = String(rounds);
  console.log(`one round trip to the stand-in  ${trip.toFixed(1)} ms (median of ${count})`);
  console.log(`one token exchange              ${exchange.toFixed(1)} ms`);
  console.log('');
  console.log('purpose  after the token  one after the other  calls in all  bytes billed');
  for (const [purpose, all] of seen) {
    const ratio = (median(all.map(({ durationMs }) => durationMs)) - exchange) / trip;
    const sequential = median(all.map(({ requests }) => longestChain(requests)));
    const calls = median(all.map(({ requests }) => requests.length));
    const told = [`${ratio.toFixed(2)} trips`, sequential, calls, billed[purpose] ?? 0].map(String);
    const [first = '', second = '', third = '', fourth = ''] = told;
    console.log(
      `${purpose.padEnd(7)}  ${first.padStart(15)}  ${second.padStart(19)}  ${third.padStart(12)}  ${fourth.padStart(12)}`,
    );
    if (sequential > mostSequential || ratio > mostTrips) process.exitCode = 1;
  }
  console.log(
    `\nat most ${String(mostTrips)} trips, and ${String(mostSequential)} calls of BigQuery`,
  );
}

/** The most calls of BigQuery of which each began when the one before it had been answered. */
function longestChain(requests: Request[]): number {
  const begun = requests
    .filter(({ path }) => path.includes('/bigquery/v2/'))
    .map(({ at }) => Date.parse(at))
    .toSorted((one, other) => one - other);
  let chain = 0;
  let free = -Infinity;
  for (const at of begun) {
    if (at < free) continue;
    chain += 1;
    free = at + delayMs;
  }
  return chain;
}
