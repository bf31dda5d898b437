import type { KeyUse } from '../ports/connector-store.ts';
import type { Check, CheckId, Remedy, Report } from '../schemas/report.ts';
import type { ServiceAccountKey } from '../schemas/service-account-key.ts';
import type { Connection } from '../schemas/connection.ts';
import type { Sighting } from '../schemas/sighting.ts';
import type { Draft } from './draft.ts';
import { everything, type Extent } from './extent.ts';
import type { Finding } from './finding.ts';
import { findColumn } from './column-fitness.ts';
import { valueOf } from './fact.ts';
import { gatherFacts, type GooglePorts } from './facts.ts';
import { ladder } from './ladder.ts';
import { inOrder } from './in-order.ts';
import { pause } from './pause.ts';
import { takeSighting } from './sighting/take-sighting.ts';
import { overall, runChecks, type RunOptions } from './run-checks.ts';
import { wholeRemedy } from './whole-remedy.ts';

export interface Inspection {
  key: ServiceAccountKey;
  draft: Draft;
  otherUses: KeyUse[];
  labels: Record<string, string>;
  now: Date;
  /** All of it unless told otherwise. */
  extent?: Extent;
  /** Names the table that an export is tried with. */
  probeId: string;
  signal: AbortSignal;
  /** Told each check as it ends, in the ladder's order. */
  onCheck?: (check: Check) => void;
  onDefect?: RunOptions['onDefect'];
}

export interface Inspected {
  outcome: Report['outcome'];
  checks: Check[];
  bytesBilled: number;
  /** All that somebody has to do at Google, as one thing. */
  remedy?: Remedy;
  /** What was tested, as it can be kept: with the location and the column's own spelling. */
  connection: Connection;
  /** For later checks to be compared with. */
  sighting?: Sighting;
}

/** What has not ended by then is inconclusive; what was begun at Google is ended in the time after. */
const checkingMs = 20_000;
const endingMs = 2_000;

/** One run of the whole ladder over one connection. */
export async function inspect(inspection: Inspection, google: GooglePorts): Promise<Inspected> {
  const { key, draft, otherUses, labels, now, probeId, onCheck } = inspection;
  const signal = AbortSignal.any([inspection.signal, AbortSignal.timeout(checkingMs)]);
  const leftOver: Promise<unknown>[] = [];
  const afterwards = (work: Promise<unknown>) => {
    leftOver.push(work.catch(() => undefined)); // who asked for it meets the failure
  };
  const { extent = everything } = inspection;
  const options = { key, draft, labels, probeId, extent, now, signal, afterwards };
  const facts = gatherFacts(options, google);
  begin(facts);
  const subject = { key, draft, facts, otherUses, now };
  const checked = applicable(draft, extent);
  const told = inOrder<CheckId, Check>(
    checked.map(({ id }) => id),
    (check) => onCheck?.(check),
  );
  const findings = new Map<CheckId, Finding>();
  const checks = await runChecks(checked, subject, {
    signal,
    ...(inspection.onDefect && { onDefect: inspection.onDefect }),
    onCheck: (check, finding) => {
      findings.set(check.id, finding);
      told(check.id, check);
    },
  });
  const remedy = await wholeRemedy(subject, findings, signal);
  // Who is out of time has seen little; nothing is waited for that has not ended.
  const sighting = signal.aborted ? undefined : await takeSighting(subject, checks);
  const inspected = {
    outcome: overall(checks),
    checks,
    bytesBilled: await facts.bytesBilled(),
    connection: await tested(draft, facts),
    ...(remedy && { remedy }),
    ...(sighting && { sighting }),
  };
  const ended = new AbortController();
  await Promise.race([Promise.all(leftOver), pause(endingMs, ended.signal)]);
  ended.abort();
  return inspected;
}

/** Asks ahead, so that questions travel side by side while the checks judge in their order. */
function begin(facts: ReturnType<typeof gatherFacts>): void {
  const { certificates, datasets, dataset, table, job, powers, readPrice, quality } = facts;
  const { exportDataset, namesakes, probe } = facts;
  const asked = [certificates, datasets, dataset, table, job, powers, readPrice, quality];
  for (const fact of [...asked, exportDataset, namesakes, probe]) {
    fact().catch(() => undefined); // who needs the fact meets the same failure
  }
}

function applicable({ purposes, field, exportDataset }: Draft, { signs }: Extent): typeof ladder {
  const importing = purposes.includes('import') && field !== undefined;
  const exporting = purposes.includes('export') && exportDataset !== undefined;
  return ladder.filter(
    ({ id }) =>
      (!id.startsWith('D') || importing) &&
      (!id.startsWith('E') || exporting) &&
      (id !== 'A4' || signs),
  );
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
