import type { Report, Schemas } from '../api/client.ts';

export type Purpose = Schemas['Connection']['purposes'][number];
export type ContactKeyType = Schemas['ContactKey']['type'];
export type KeyFacts = Schemas['KeyFacts'];
/** What a key file tells that is no secret, and until when the service keeps the key. */
export type UploadedKey = Schemas['UploadedKey'];

export interface FieldDraft {
  /** Empty: the key's own project. */
  project: string;
  dataset: string;
  table: string;
  column: string;
  /** What the chosen column can be, as the service said. */
  contactKeys: ContactKeyType[] | undefined;
  contactKey: ContactKeyType | undefined;
  /** Of an additional field. */
  fieldId: string;
}

/** The state of a saved connector that a change of it began with. */
export type Base = Pick<Schemas['Connector'], 'etag' | 'keyId' | 'connection'>;

/** What has been entered so far. Never the key. */
export interface Draft {
  base?: Base;
  name: string;
  key: UploadedKey | undefined;
  purposes: Purpose[];
  field: FieldDraft;
  exportDataset: { project: string; dataset: string };
  /** As typed; empty where the service's own choice is left. */
  jobProject: string;
  costLimitGib: string;
  /** The last report, and what it was asked for, as JSON: another question makes it old. */
  report: Report | undefined;
  reportOf: string;
  /** When it came, by this computer's clock, which need not be the service's. */
  reportAt?: number | undefined;
}

export const emptyField: FieldDraft = {
  project: '',
  dataset: '',
  table: '',
  column: '',
  contactKeys: undefined,
  contactKey: undefined,
  fieldId: '',
};

export const emptyDraft: Draft = {
  name: '',
  key: undefined,
  purposes: ['import'],
  field: emptyField,
  exportDataset: { project: '', dataset: '' },
  jobProject: '',
  costLimitGib: '',
  report: undefined,
  reportOf: '',
};

export const defaultCostLimitGib = 10;

/**
 * A saved connection, as one would have entered it. Projects are left out where they are the key's; with another key they
 * are named all the same, or they would be that key's.
 */
export function draftOf(
  { name, key, keyId, etag, connection }: Pick<Schemas['Connector'], 'name' | 'key'> & Base,
  { anotherKey = false } = {},
): Draft {
  const { uniqueContactField: field, exportDataset, purposes } = connection;
  const { jobProject, maximumBytesBilled } = connection;
  const gib = maximumBytesBilled / 1024 ** 3;
  const told = (project: string) => (project === key.projectId && !anotherKey ? '' : project);
  return {
    ...emptyDraft,
    ...baseOf({ etag, keyId, connection }),
    name,
    purposes,
    field: field ? fieldDraftOf(field, told(field.project)) : emptyField,
    exportDataset: {
      project: exportDataset ? told(exportDataset.project) : '',
      dataset: exportDataset?.dataset ?? '',
    },
    jobProject: told(jobProject),
    costLimitGib: gib === defaultCostLimitGib ? '' : String(gib),
  };
}

export const baseOf = ({ etag, keyId, connection }: Base): Pick<Draft, 'base'> => ({
  base: { etag, keyId, connection },
});

function fieldDraftOf(
  { dataset, table, column, contactKey }: Schemas['UniqueContactField'],
  project: string,
): FieldDraft {
  const fieldId = 'id' in contactKey ? contactKey.id : '';
  const contactKeys = undefined;
  return { project, dataset, table, column, contactKeys, contactKey: contactKey.type, fieldId };
}
