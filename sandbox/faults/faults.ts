import * as z from 'zod';

export const operations = [
  'token',
  'certificates',
  'datasets.list',
  'datasets.get',
  'tables.list',
  'tables.get',
  'tables.insert',
  'tables.patch',
  'tables.delete',
  'tabledata.list',
  'jobs.insert.dryRun',
  'jobs.insert',
  'jobs.query',
  'jobs.get',
  'jobs.getQueryResults',
  'jobs.cancel',
  'load',
  'testIamPermissions',
  '*',
] as const;

export const fault = z.strictObject({
  operation: z.enum(operations),
  /** A number: that answer. `reset`: the connection is dropped. `hang`: silence. `drip`: a byte a second and no end. None: the usual answer. */
  status: z.union([z.int().min(100).max(599), z.enum(['reset', 'hang', 'drip'])]).optional(),
  /** A string is sent as it is, all else as JSON. */
  body: z.unknown().optional(),
  headers: z
    .record(z.string().regex(/^[\w-]{1,100}$/), z.string().regex(/^[\t\x20-\x7e]*$/))
    .optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
  /** How many answers; if left out all, until the faults are forgotten. */
  times: z.int().min(1).max(1_000_000).optional(),
});
export type Fault = z.infer<typeof fault>;

export interface Waiting extends Omit<Fault, 'times'> {
  times: number | 'unlimited';
}

export interface Faults {
  add(fault: Fault): Waiting;
  list(): Waiting[];
  /** Forgets all, and ends every silence and delay. */
  clear(): void;
  /** Takes the first that is meant for the operation. */
  take(operation: string): Waiting | undefined;
  waitsFor(operation: string): boolean;
  /** Aborted when faults are forgotten. */
  ended(): AbortSignal;
}

export function createFaults(): Faults {
  let waiting: Waiting[] = [];
  let patience = new AbortController();
  return {
    add(added) {
      const kept: Waiting = { ...added, times: added.times ?? 'unlimited' };
      waiting.push(kept);
      return { ...kept };
    },
    list: () => waiting.map((each) => ({ ...each })),
    clear() {
      waiting = [];
      patience.abort();
      patience = new AbortController();
    },
    take(operation) {
      const found = waiting.find((each) => matches(each.operation, operation));
      if (!found || found.times === 'unlimited') return found;
      found.times -= 1;
      if (found.times === 0) waiting = waiting.filter((each) => each !== found);
      return found;
    },
    waitsFor: (operation) => waiting.some((each) => each.operation === operation),
    ended: () => patience.signal,
  };
}

/** A query by jobs.query is an insertion of a job too. */
function matches(wanted: string, operation: string): boolean {
  return (
    wanted === '*' ||
    wanted === operation ||
    (wanted === 'jobs.insert' && operation === 'jobs.query')
  );
}
