import type { Check, Schemas } from '../../api/client.ts';

export type CheckId = Check['id'];
export type Outcome = Check['outcome'];
export type Stage = 'A' | 'B' | 'C' | 'D' | 'E';

/** The ladder of the service, in the order in which a report lists it. */
const ladder: Record<Stage, CheckId[]> = {
  A: ['A1', 'A2', 'A3', 'A4', 'A5'],
  B: ['B1', 'B2'],
  C: ['C1', 'C2', 'C3'],
  D: ['D1', 'D2', 'D3', 'D4', 'D5'],
  E: ['E1', 'E2', 'E3', 'E4'],
};

export const stages = Object.keys(ladder) as Stage[];
export const allIds: CheckId[] = stages.flatMap((stage) => ladder[stage]);

export const stageOf = (id: CheckId): Stage => stages.find((stage) => id.startsWith(stage)) ?? 'A';

type Asked = Pick<Schemas['Connection'], 'purposes'> & {
  uniqueContactField?: unknown;
  exportDataset?: unknown;
};

/** The checks that a validation of this will run, so that their rows are there before their answers are. */
export function expectedChecks({ purposes, uniqueContactField, exportDataset }: Asked): CheckId[] {
  const importing = purposes.includes('import') && uniqueContactField !== undefined;
  const exporting = purposes.includes('export') && exportDataset !== undefined;
  const { A, B, C, D, E } = ladder;
  return [...A, ...B, ...C, ...(importing ? D : []), ...(exporting ? E : [])];
}

/** What somebody has to do something about, or should at least read. */
export const isTrouble = (outcome: Outcome): boolean =>
  outcome === 'failed' || outcome === 'inconclusive' || outcome === 'warning';
