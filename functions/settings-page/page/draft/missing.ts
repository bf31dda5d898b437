import { bytesOfGib, isFieldId, isProject, leastBytes, mostBytes } from './asked.ts';
import type { Report } from '../api/client.ts';
import type { Draft, UploadedKey } from './draft.ts';
import { nameFault } from '../parts/name-fault.ts';
import { strings } from '../strings.ts';

/** The controls of the form, by the ids of their elements. */
export type Place =
  | 'name'
  | 'key'
  | 'purposes'
  | 'export-project'
  | 'export-dataset'
  | 'job-project'
  | 'cost-limit'
  | 'validate'
  | 'project'
  | 'dataset'
  | 'table'
  | 'column'
  | 'contact-key'
  | 'field-id';

export interface Missing {
  place: Place;
  words: string;
}

export interface Circumstances {
  now: number;
  /** A key has to be uploaded here; a saved connector has one. */
  needsKey: boolean;
  needsName: boolean;
  /** What the draft would be tried as now, as JSON. */
  asked: string;
}

/** A key with less time left is not saved any more: its destruction is on its way. */
const leastTimeLeftMs = 2 * 60 * 60 * 1000;

export const isGone = ({ expiresAt }: UploadedKey, now: number): boolean =>
  Date.parse(expiresAt) - now < leastTimeLeftMs;

/** What keeps the service from accepting it, in the order of the form. Empty: it can be saved. */
export function missing(draft: Draft, circumstances: Circumstances): Missing[] {
  const { needsName, now } = circumstances;
  const words = strings.draft.missing;
  const { key, purposes } = draft;
  const name = needsName ? nameFault(draft.name) : undefined;
  const before: (Missing | false)[] = [
    name !== undefined && { place: 'name', words: name },
    circumstances.needsKey && !key && { place: 'key', words: words.key },
    key !== undefined && isGone(key, now) && { place: 'key', words: words.keyGone },
    purposes.length === 0 && { place: 'purposes', words: words.purposes },
    ...(purposes.includes('export') ? ofExport(draft) : []),
    ...ofLimits(draft),
  ];
  const field = purposes.includes('import') ? ofField(draft) : [];
  const chosen = [...before, ...field].every((gap) => gap === false || gap.place === 'name');
  const report = ofReport(draft, circumstances, chosen);
  return [
    ...before,
    report !== undefined && ({ place: 'validate', words: report } as const),
    ...field,
  ].filter((gap) => gap !== false);
}

function ofExport({ exportDataset: { project, dataset } }: Draft): (Missing | false)[] {
  const words = strings.draft.missing;
  return [
    !fine(project) && { place: 'export-project', words: words.project },
    dataset === '' && { place: 'export-dataset', words: words.exportDataset },
  ];
}

function ofLimits({ jobProject, costLimitGib }: Draft): (Missing | false)[] {
  const words = strings.draft.missing;
  const bytes = bytesOfGib(costLimitGib) ?? leastBytes;
  const inRange = bytes >= leastBytes && bytes <= mostBytes;
  return [
    !fine(jobProject) && { place: 'job-project', words: words.project },
    !inRange && { place: 'cost-limit', words: words.costLimit },
  ];
}

function ofField({ field }: Draft): (Missing | false)[] {
  const words = strings.draft.missing;
  const { project, dataset, table, column, contactKey, fieldId } = field;
  if (!fine(project)) return [{ place: 'project', words: words.project }];
  if (dataset === '') return [{ place: 'dataset', words: words.dataset }];
  if (table === '') return [{ place: 'table', words: words.table }];
  if (column === '') return [{ place: 'column', words: words.column }];
  if (contactKey === undefined) return [{ place: 'contact-key', words: words.contactKey }];
  return [
    contactKey === 'additionalField' &&
      !isFieldId(fieldId.trim()) && { place: 'field-id', words: words.fieldId },
  ];
}

/** What is not chosen yet is not what a report lacks: once it is, the page validates again by itself. */
function ofReport(
  { report, reportOf, reportAt }: Draft,
  { now, asked }: Circumstances,
  chosen: boolean,
): string | undefined {
  const words = strings.draft.missing;
  if (!report) return words.report;
  if (reportOf !== asked) return words.reportOld;
  if (isOver(report, reportAt, now)) return words.reportExpired;
  if (report.outcome === 'failed') return words.reportFailed;
  if (report.outcome === 'inconclusive') return words.reportUnclear;
  return report.readyToSave || !chosen ? undefined : words.reportOld;
}

/** By how long it holds: a clock that is half an hour ahead would make each report too old as it comes. */
function isOver({ validatedAt, expiresAt }: Report, reportAt: number | undefined, now: number) {
  const expires = Date.parse(expiresAt);
  if (reportAt === undefined) return expires <= now;
  return now - reportAt >= expires - Date.parse(validatedAt);
}

const fine = (project: string) => project.trim() === '' || isProject(project.trim());
