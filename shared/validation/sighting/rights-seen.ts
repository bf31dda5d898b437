import type { Answer, Refusal } from '../../ports/answer.ts';
import type { TableName } from '../../ports/warehouse.ts';
import type { Sighting } from '../../schemas/sighting.ts';
import type { Subject } from '../check.ts';
import { classify } from '../refusals/classify.ts';
import { placeOf } from '../remedies/grant.ts';

type Rights = NonNullable<Sighting['rights']>;

interface Asked {
  answer: Answer<unknown> | undefined;
  /** What a yes proves. A no tells of those that it names. */
  permissions: string[];
  on: string;
  table?: TableName;
}

/**
 * Which of the rights that the work needs were proven by doing what needs them, and which were refused by name. A refusal
 * that passes, or that names another right, says nothing of these. The probe is asked only where it has ended.
 */
export async function rightsSeen(subject: Subject, probed: boolean): Promise<Rights> {
  const asked = await Promise.all([ofJobs(subject), ofImport(subject), ofExport(subject, probed)]);
  const told = asked.flat();
  const held = told.filter(({ answer }) => answer && 'value' in answer).flatMap(namesOf);
  const lacking = told.flatMap(refusedRights);
  return {
    held: distinct(held),
    lacking: distinct(lacking.filter((name) => !held.includes(name))),
  };
}

async function ofJobs({ draft, facts }: Subject): Promise<Asked[]> {
  const price = await facts.jobPrice();
  const answer = price && 'refusal' in price ? price : await facts.job();
  return [{ answer, permissions: ['bigquery.jobs.create'], on: `project ${draft.jobProject}` }];
}

async function ofImport({ draft: { field }, facts }: Subject): Promise<Asked[]> {
  if (!field) return [];
  const { project, dataset, table } = field;
  const on = placeOf({ project, dataset, table });
  const ofDataset = placeOf({ project, dataset });
  return [
    { answer: await facts.dataset(), permissions: ['bigquery.datasets.get'], on: ofDataset },
    { answer: await facts.table(), permissions: ['bigquery.tables.get'], on },
    { answer: await facts.readPrice(), permissions: ['bigquery.tables.getData'], on, table: field },
  ];
}

async function ofExport({ draft, facts }: Subject, probed: boolean): Promise<Asked[]> {
  const { exportDataset } = draft;
  if (!exportDataset) return [];
  const on = placeOf(exportDataset);
  const probe = probed ? await facts.probe() : undefined;
  const writing = ['bigquery.tables.create', 'bigquery.tables.updateData'];
  return [
    { answer: await facts.exportDataset(), permissions: ['bigquery.datasets.get'], on },
    { answer: await facts.exportTables(), permissions: ['bigquery.tables.list'], on },
    { answer: probe?.written, permissions: writing, on },
    { answer: probe?.deleted, permissions: ['bigquery.tables.delete'], on },
  ];
}

const namesOf = ({ permissions, on }: Asked) => permissions.map((each) => `${each} on ${on}`);
const distinct = (names: string[]) => [...new Set(names)].toSorted();

function refusedRights({ answer, permissions, on, table }: Asked): string[] {
  if (!answer || 'value' in answer) return [];
  const missing = missingPermission(answer.refusal, table);
  return permissions.filter((each) => each === missing).map((each) => `${each} on ${on}`);
}

/** Of a view Google may name a table that lies behind it. */
function missingPermission(refusal: Refusal, table: TableName | undefined): string | undefined {
  const { outcome, permission, named } = classify(refusal);
  const other = table && named && (named.table !== table.table || named.dataset !== table.dataset);
  return outcome === 'failed' && !other ? permission : undefined;
}
