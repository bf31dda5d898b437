import * as z from 'zod';

/** What Stamps.newId gives: 128 random bits in Crockford's base 32, lower case. */
const id = (prefix: string) =>
  z
    .string()
    .max(40)
    .regex(
      new RegExp(`^${prefix}-[0-9a-hjkmnp-tv-z]{26}$`),
      `must look like ${prefix}-… as given by the service`,
    );

export const connectorId = id('con').meta({
  id: 'ConnectorId',
  examples: ['con-5v0n3w8y2k7x4q9t6r1m8p3z5d'],
});
export const keyId = id('key').meta({ id: 'KeyId', examples: ['key-2j8c4t9x6w1r7m3p5z0q8v4n6y'] });
export const validationId = id('val').meta({
  id: 'ValidationId',
  examples: ['val-7r3m9p1z5q8v2n6y4j0c8t3x7w'],
});
export const changeId = id('chg').meta({
  id: 'ChangeId',
  examples: ['chg-9t6r1m8p3z5d5v0n3w8y2k7x4q'],
});

export const eventId = id('evt').meta({
  id: 'EventId',
  examples: ['evt-3x7w7r3m9p1z5q8v2n6y4j0c8t'],
});

export type ConnectorId = z.infer<typeof connectorId>;
export type KeyId = z.infer<typeof keyId>;
export type ValidationId = z.infer<typeof validationId>;
export type EventId = z.infer<typeof eventId>;

/**
 * Becomes a part of a Firestore path and a key of look-ups: one pattern, compared byte for byte, and no name that
 * every JavaScript object bears (https://firebase.google.com/docs/firestore/quotas#collections_documents_and_fields).
 */
export const workspaceId = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/)
  .refine((name) => !(name in Object.prototype));
export type WorkspaceId = z.infer<typeof workspaceId>;

/** https://cloud.google.com/resource-manager/docs/creating-managing-projects, with the legacy `domain:` in front. */
export const projectId = z
  .string()
  .max(94)
  .regex(
    /^(?:[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
    'must be a Google Cloud project id: 6 to 30 lower-case letters, digits and hyphens, a letter first',
  )
  .meta({ examples: ['acme-analytics'] });

/** https://cloud.google.com/bigquery/docs/datasets#dataset-naming */
export const datasetId = z
  .string()
  .max(1024)
  .regex(/^[A-Za-z0-9_]+$/, 'must be a BigQuery dataset id: letters, digits and underscores only')
  .meta({ examples: ['crm'] });

/** https://cloud.google.com/bigquery/docs/tables#table_naming */
export const tableId = z
  .string()
  .max(1024)
  .regex(
    /^[\p{L}\p{M}\p{N}\p{Pc}\p{Pd}][\p{L}\p{M}\p{N}\p{Pc}\p{Pd} ]*$/u,
    'must be a BigQuery table id: letters, marks, digits, connectors, dashes and spaces only',
  )
  .meta({ examples: ['subscribers'] });

/** Narrower than what BigQuery allows: nothing that could end a quoted identifier or deceive a reader. */
export const columnName = z
  .string()
  .max(300)
  .regex(
    /^[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}\p{Pc}\p{Pd}&%=+:<>#| ]*$/u,
    'must be the name of one top-level column',
  )
  .meta({ examples: ['email'] });
