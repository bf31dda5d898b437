import type { Subject } from './check.ts';

/** What was asked of Google, by the customer's own names. */
export interface Asked {
  clientEmail: string;
  keyProject: string;
  jobProject: string;
  /** What the asked-for thing is in our words, e.g. `table acme-analytics.crm.contacts`. */
  what: string;
  /** The project that the question was put to: the data's, or the job project where a job was asked for. */
  project: string;
  dataset?: string | undefined;
  table?: string | undefined;
}

/** What a check asked Google for, for the words of its answer. Names the table where no other thing is named. */
export function asked({ key, draft }: Pick<Subject, 'key' | 'draft'>, what: string): Asked {
  const { field, exportDataset, jobProject } = draft;
  return {
    clientEmail: key.clientEmail,
    keyProject: key.projectId,
    jobProject,
    what,
    project: field?.project ?? exportDataset?.project ?? jobProject,
    dataset: field?.dataset ?? exportDataset?.dataset,
    table: field?.table,
  };
}

export const tableName = ({ draft: { field } }: Pick<Subject, 'draft'>): string =>
  field ? `table ${field.project}.${field.dataset}.${field.table}` : 'the table';

export const datasetName = ({
  draft: { field, exportDataset },
}: Pick<Subject, 'draft'>): string => {
  const named = field ?? exportDataset;
  return named ? `dataset ${named.project}.${named.dataset}` : 'the dataset';
};
