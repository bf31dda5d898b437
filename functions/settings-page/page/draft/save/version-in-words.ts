import type { Schemas } from '../../api/client.ts';
import { strings } from '../../strings.ts';

export type Version = Pick<Schemas['Connector'], 'keyId' | 'key' | 'connection'>;

/** What of a connector a new validation may change, a line each, in the same order for every version. */
export function versionInWords({ key, connection }: Version): [name: string, value: string][] {
  const words = strings.draft.conflict.rows;
  const { uniqueContactField: field, exportDataset, jobProject, maximumBytesBilled } = connection;
  const purposes = allPurposes.filter((purpose) => connection.purposes.includes(purpose));
  const none = strings.draft.conflict.none;
  return [
    [words.key, `${key.clientEmail}, ${key.privateKeyId}`],
    [words.purposes, purposes.map((purpose) => strings.draft.purposes[purpose].name).join(', ')],
    [words.column, field ? path(field.project, field.dataset, field.table, field.column) : none],
    [words.contactKey, field ? ofContact(field) : none],
    [
      words.exportDataset,
      exportDataset ? path(exportDataset.project, exportDataset.dataset) : none,
    ],
    [words.jobProject, jobProject],
    // As it is entered, and never rounded: what differs is to be seen.
    [words.costLimit, `${String(maximumBytesBilled / 1024 ** 3)} ${strings.draft.advanced.gib}`],
  ];
}

/** The lines in which two versions differ. */
export function differing(mine: Version, theirs: Version) {
  const other = versionInWords(theirs);
  return versionInWords(mine).flatMap(([what, value], line) => {
    const [, now = ''] = other[line] ?? [];
    return value === now ? [] : [{ what, mine: value, theirs: now }];
  });
}

const allPurposes = ['import', 'export'] as const;

function ofContact({ contactKey }: Schemas['UniqueContactField']): string {
  const type = strings.draft.contactKey.types[contactKey.type];
  return 'id' in contactKey ? `${type}: ${contactKey.id}` : type;
}

const path = (...names: string[]) => names.join('.');
