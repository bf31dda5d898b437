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

type About = Pick<Subject, 'key' | 'draft'>;

/** What a check of the import asked Google for, for the words of its answer. */
export function asked({ key, draft }: About, what: string): Asked {
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

/** The same of a check of the export: it is about its dataset as a whole, whatever table of it was named. */
export function askedOfExport({ key, draft }: About): Asked {
  const { field: _, ...exporting } = draft;
  const about = { key, draft: exporting };
  return asked(about, exportName(about));
}

export const tableName = ({ draft: { field } }: Pick<Subject, 'draft'>): string =>
  field ? `table ${field.project}.${field.dataset}.${field.table}` : 'the table';

export const datasetName = ({ draft: { field } }: Pick<Subject, 'draft'>): string =>
  field ? `dataset ${field.project}.${field.dataset}` : 'the dataset';

export const exportName = ({ draft: { exportDataset } }: Pick<Subject, 'draft'>): string =>
  exportDataset ? `dataset ${exportDataset.project}.${exportDataset.dataset}` : 'the dataset';
