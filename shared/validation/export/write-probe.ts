import type { Answer, Refusal } from '../../ports/answer.ts';
import type { Load, LoadJob, NewTable, TableName, Warehouse } from '../../ports/warehouse.ts';
import { pause } from '../pause.ts';
import type { Probe } from './probe.ts';

const pollMs = 300;

/**
 * The very path of an export: a load job, its row read back, the table deleted. The table is made beside the load, since
 * only who makes a table can give it an end; the row is asked for beside the state of the job. So three round trips do.
 * Whatever goes wrong, what may have been made is deleted.
 */
export async function writeProbe(
  warehouse: Warehouse,
  load: Load & NewTable,
  signal: AbortSignal,
): Promise<Probe> {
  const { table, expiresAt } = load;
  const [made, begun] = await Promise.all([warehouse.createTable(load), warehouse.load(load)]);
  if ('refusal' in begun) {
    const mayRun = mayHaveWritten(begun.refusal);
    if (mayRun) await warehouse.cancelLoad(load);
    if (mayRun || 'value' in made) await warehouse.deleteTable(table);
    return { table, written: begun };
  }
  // Where the load was there first, the table is told its end now; where nobody knows, once the job is done.
  const early = isThereAlready(made) ? warehouse.expireTable(load) : Promise.resolve(made);
  const { job, rows } = await watch(warehouse, table, begun.value, signal);
  if ('refusal' in job && mayHaveWritten(job.refusal)) await warehouse.cancelLoad(begun.value);
  const known = await early;
  const ended = 'value' in known ? known : await warehouse.expireTable(load);
  const deleted = await warehouse.deleteTable(table);
  const ends = 'value' in ended ? { expiresAt } : {};
  if ('refusal' in job) return { table, ...ends, written: job };
  return { table, ...ends, written: { value: true }, ...(rows && { readBack: rows }), deleted };
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

function isThereAlready(made: Answer<true>): boolean {
  return 'refusal' in made && made.refusal.kind === 'http' && made.refusal.httpStatus === 409;
}

function isThere(rows: Answer<number>): boolean {
  if ('value' in rows) return rows.value > 0;
  return rows.refusal.kind === 'transport' || rows.refusal.httpStatus !== 404;
}

/** A job that was refused or failed made nothing; of one whose answer did not come, or not from it, nobody knows. */
function mayHaveWritten(refusal: Refusal): boolean {
  return refusal.kind === 'transport' || refusal.operation !== 'load' || refusal.httpStatus >= 500;
}
