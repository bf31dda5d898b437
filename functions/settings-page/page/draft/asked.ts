import type { Schemas } from '../api/client.ts';
import { defaultCostLimitGib, type Draft, type FieldDraft } from './draft.ts';

export type Asked = Schemas['ValidateConnectionRequest'];

/** Whose key it is tried with: one just uploaded, or a saved connector's. */
export type Subject = { keyId: string } | { connectorId: string };

export function subjectOf(
  { key }: Pick<Draft, 'key'>,
  connectorId: string | undefined,
): Subject | undefined {
  if (key) return { keyId: key.keyId };
  return connectorId === undefined ? undefined : { connectorId };
}

/**
 * What a validation is asked to try: as much of the draft as is there. Of a saved connector the service fills in what was
 * saved, so what was emptied is said.
 */
export function askedOf(draft: Draft, subject: Subject, keyProject: string): Asked {
  const { purposes, jobProject, costLimitGib, exportDataset } = draft;
  const field = purposes.includes('import') ? fieldOf(draft.field) : undefined;
  const exporting = purposes.includes('export') && exportDataset.dataset !== '';
  const project = text(exportDataset.project);
  const saved = 'connectorId' in subject;
  const limit = bytesOfGib(costLimitGib) ?? (saved ? defaultBytes : undefined);
  const payer = jobProject.trim() === '' && saved ? keyProject : jobProject.trim();
  return {
    ...subject,
    purposes,
    ...(field && { uniqueContactField: field }),
    ...(exporting && { exportDataset: { ...project, dataset: exportDataset.dataset } }),
    ...(payer !== '' && { jobProject: payer }),
    ...(limit !== undefined && { maximumBytesBilled: limit }),
  };
}

export function fieldOf(field: FieldDraft): Schemas['UniqueContactField'] | undefined {
  const { dataset, table, column, contactKey, fieldId } = field;
  if (dataset === '' || table === '' || column === '' || contactKey === undefined) return undefined;
  const project = text(field.project);
  if (contactKey !== 'additionalField')
    return { ...project, dataset, table, column, contactKey: { type: contactKey } };
  const id = fieldId.trim();
  return isFieldId(id)
    ? { ...project, dataset, table, column, contactKey: { type: contactKey, id } }
    : undefined;
}

/** All is chosen that is tried for what it is to do. */
export function isComplete({ purposes, field, exportDataset }: Draft): boolean {
  const importing = !purposes.includes('import') || fieldOf(field) !== undefined;
  return importing && (!purposes.includes('export') || exportDataset.dataset !== '');
}

const text = (project: string) => (project.trim() === '' ? {} : { project: project.trim() });

/** As the service has it: the id of an additional contact field. */
export const isFieldId = (id: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(id);

/** As the service has it, and Google: 6 to 30 letters, digits and hyphens. */
export const isProject = (id: string): boolean =>
  /^(?:[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(id);

const gibibyte = 1024 ** 3;
const mebibyte = 1024 ** 2;
export const leastBytes = 10 * mebibyte;
export const mostBytes = 10 * 1024 * gibibyte;
export const defaultBytes = defaultCostLimitGib * gibibyte;

/** As the page itself writes large numbers; any other comma is a decimal sign. */
const thousands = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/** Undefined where nothing is entered, and NaN where it is no number. */
export function bytesOfGib(entered: string): number | undefined {
  const typed = entered.trim();
  const words = thousands.test(typed) ? typed.replaceAll(',', '') : typed.replace(',', '.');
  if (words === '') return undefined;
  return /^\d+(\.\d+)?$/.test(words) ? Math.round(Number(words) * gibibyte) : Number.NaN;
}
