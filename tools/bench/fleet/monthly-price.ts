import type { CountedDay } from './counted-day.ts';
import { instance, platformsLogBytes, type Priced, prices } from './list-prices.ts';

const days = 30;
const passesAMonth = days * 24 * 60;

/** What a fleet of so many uses in a month, from what its checks and the passes over it were counted to use. */
export function monthly(
  { checks, passes, ofChecks, ofPasses, checkMs, passMs }: CountedDay,
  { connectors, checksADay }: { connectors: number; checksADay: number },
): [what: Priced, amount: number, usd: number][] {
  const checked = connectors * checksADay * days;
  const perMonth = (what: keyof typeof ofChecks) =>
    (ofChecks[what] / checks) * checked + (passOnly(what) / passes) * passesAMonth;
  /** What a pass does for each due connector belongs to the check: a task, and the read that finds it. */
  const passOnly = (what: keyof typeof ofChecks) =>
    what === 'reads' ? ofPasses.reads - checks : what === 'tasksAdded' ? 0 : ofPasses[what];
  const requests = checked + passesAMonth;
  const seconds = (checked * tenths(checkMs) + passesAMonth * tenths(passMs)) / 1000;
  const amounts: Record<Priced, number> = {
    firestoreReads: perMonth('reads') + checked,
    firestoreWrites: perMonth('writes'),
    firestoreDeletes: perMonth('deletes'),
    secretVersions: connectors,
    secretAccesses: perMonth('accesses'),
    taskOperations: 2 * checked,
    requests,
    cpuSeconds: seconds * instance.cpus,
    memorySeconds: seconds * instance.gibibytes,
    publishedBytes: perMonth('published') * 1000,
    logBytes:
      perMonth('logBytes') +
      checked * (platformsLogBytes.aLine + platformsLogBytes.aTask) +
      perMonth('accesses') * platformsLogBytes.anAccess +
      requests * platformsLogBytes.aRequest,
    schedules: 1,
  };
  return (Object.keys(amounts) as Priced[]).map((what) => {
    const { usd, each } = prices[what];
    return [what, amounts[what], (amounts[what] / each) * usd];
  });
}

const tenths = (ms: number) => Math.ceil(ms / 100) * 100;
