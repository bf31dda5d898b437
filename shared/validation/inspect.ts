import type { KeyUse } from '../ports/connector-store.ts';
import type { Check, Report } from '../schemas/report.ts';
import type { ServiceAccountKey } from '../schemas/service-account-key.ts';
import type { Connection } from '../schemas/connection.ts';
import type { Draft } from './draft.ts';
import { findColumn } from './column-fitness.ts';
import { valueOf } from './fact.ts';
import { gatherFacts, type GooglePorts } from './facts.ts';
import { ladder } from './ladder.ts';
import { overall, runChecks, wholeTimeMs } from './run-checks.ts';

export interface Inspection {
  key: ServiceAccountKey;
  draft: Draft;
  otherUses: KeyUse[];
  labels: Record<string, string>;
  now: Date;
  signal: AbortSignal;
  onCheck?: (check: Check) => void;
}

export interface Inspected {
  outcome: Report['outcome'];
  checks: Check[];
  bytesBilled: number;
  /** What was tested, as it can be kept: with the location and the column's own spelling. */
  connection: Connection;
}

/** One run of the whole ladder over one connection. */
export async function inspect(inspection: Inspection, google: GooglePorts): Promise<Inspected> {
  const { key, draft, otherUses, labels, now, onCheck } = inspection;
  const signal = AbortSignal.any([inspection.signal, AbortSignal.timeout(wholeTimeMs)]);
  const facts = gatherFacts({ key, draft, labels, signal }, google);
  begin(facts);
  const subject = { key, draft, facts, otherUses, now };
  const checks = await runChecks(applicable(draft), subject, {
    signal,
    ...(onCheck && { onCheck }),
  });
  return {
    outcome: overall(checks),
    checks,
    bytesBilled: await facts.bytesBilled(),
    connection: await tested(draft, facts),
  };
}

/** Asks ahead, so that questions travel side by side while the checks judge in their order. */
function begin({
  certificates,
  datasets,
  dataset,
  table,
  job,
  readPrice,
  quality,
}: ReturnType<typeof gatherFacts>): void {
  for (const fact of [certificates, datasets, dataset, table, job, readPrice, quality]) {
    fact().catch(() => undefined); // who needs the fact meets the same failure
  }
}

function applicable({ purposes, field }: Draft): typeof ladder {
  const importing = purposes.includes('import') && field !== undefined;
  return ladder.filter(({ id }) => !id.startsWith('D') || importing);
}

async function tested(draft: Draft, facts: ReturnType<typeof gatherFacts>): Promise<Connection> {
  const { purposes, field, exportDataset, jobProject, maximumBytesBilled } = draft;
  const table = valueOf(await facts.table());
  const column = field && table && findColumn(table.columns, field.column)?.name;
  const location = await facts.location();
  return {
    purposes,
    ...(field && { uniqueContactField: { ...field, ...(column !== undefined && { column }) } }),
    ...(exportDataset && { exportDataset }),
    jobProject,
    ...(location !== undefined && { location }),
    maximumBytesBilled,
  };
}
