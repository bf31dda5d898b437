import type { Schemas } from '../../api/client.ts';
import { strings } from '../../strings.ts';

export type Version = Pick<Schemas['Connector'], 'key' | 'connection'>;

/** What of a connector a new validation may change, a line each, in the same order for every version. */
export function versionInWords({ key, connection }: Version): [name: string, value: string][] {
  const words = strings.draft.conflict.rows;
  const { purposes, uniqueContactField: field, exportDataset, jobProject } = connection;
  const contactKey = field?.contactKey;
  const none = strings.draft.conflict.none;
  return [
    [words.key, `${key.clientEmail}, ${key.privateKeyId}`],
    [words.purposes, purposes.map((purpose) => strings.draft.purposes[purpose].name).join(', ')],
    [words.column, field ? path(field.project, field.dataset, field.table, field.column) : none],
    [words.contactKey, contactKey ? strings.draft.contactKey.types[contactKey.type] : none],
    [
      words.exportDataset,
      exportDataset ? path(exportDataset.project, exportDataset.dataset) : none,
    ],
    [words.jobProject, jobProject],
  ];
}

const path = (...names: string[]) => names.join('.');
