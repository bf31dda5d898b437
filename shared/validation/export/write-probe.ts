import type { Answer, Refusal } from '../../ports/answer.ts';
import type { Load, LoadJob, TableName, Warehouse } from '../../ports/warehouse.ts';
import { pause } from '../pause.ts';
import type { Probe } from './probe.ts';

const pollMs = 300;

/**
 * The very path of an export: a load job, its row read back, the table deleted. The row is asked for beside the state of
 * the job, so that three round trips do. Whatever goes wrong, what may have been made is deleted.
 */
export async function writeProbe(
  warehouse: Warehouse,
  load: Load,
  signal: AbortSignal,
): Promise<Probe> {
  const { table, expiresAt } = load;
  const begun = await warehouse.load(load);
  const { job, rows } =
    'value' in begun ? await watch(warehouse, table, begun.value, signal) : { job: begun };
  if ('refusal' in job) {
    if (mayHaveWritten(job.refusal)) await warehouse.deleteTable(table);
    return { table, expiresAt, written: job };
  }
  const deleted = await warehouse.deleteTable(table);
  return { table, expiresAt, written: { value: true }, ...(rows && { readBack: rows }), deleted };
}

interface Loaded {
  job: Answer<LoadJob>;
  rows?: Answer<number>;
}

async function watch(
  warehouse: Warehouse,
  table: TableName,
  begun: LoadJob,
  signal: AbortSignal,
): Promise<Loaded> {
  for (;;) {
    if (signal.aborted) await warehouse.cancelLoad(begun);
    const [job, early] = await Promise.all([
      begun.done ? { value: begun } : warehouse.loadJob(begun),
      warehouse.readRows(table, 1),
    ]);
    if ('refusal' in job || signal.aborted) return { job, rows: early };
    if (job.value.done) {
      // The row may have been asked for before the job was done.
      return { job, rows: isThere(early) ? early : await warehouse.readRows(table, 1) };
    }
    await pause(pollMs, signal);
  }
}

function isThere(rows: Answer<number>): boolean {
  if ('value' in rows) return rows.value > 0;
  return rows.refusal.kind === 'transport' || rows.refusal.httpStatus !== 404;
}

/** A job that was refused or failed made nothing; of one whose answer did not come, or not from it, nobody knows. */
function mayHaveWritten(refusal: Refusal): boolean {
  return refusal.kind === 'transport' || refusal.operation !== 'load' || refusal.httpStatus >= 500;
}
