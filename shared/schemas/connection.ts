import * as z from 'zod';
import { columnName, datasetId, projectId, tableId } from './identifiers.ts';

export const purpose = z.enum(['import', 'export']);
export type Purpose = z.infer<typeof purpose>;

/** The contact keys of the platform; an additional contact field is named by its id. */
export const contactKey = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.enum(['email', 'phone', 'externalId', 'contactId']) }),
    z.strictObject({
      type: z.literal('additionalField'),
      id: z
        .string()
        .max(64)
        .regex(/^[A-Za-z0-9_-]+$/, 'must be the id of an additional contact field'),
    }),
  ])
  .meta({ id: 'ContactKey', examples: [{ type: 'email' }] });
export type ContactKey = z.infer<typeof contactKey>;
export type ContactKeyType = ContactKey['type'];

export const uniqueContactField = z
  .strictObject({
    project: projectId.optional(),
    dataset: datasetId,
    table: tableId,
    column: columnName,
    contactKey,
  })
  .meta({ id: 'UniqueContactField' });
export type UniqueContactField = z.infer<typeof uniqueContactField>;

export const exportDataset = z
  .strictObject({ project: projectId.optional(), dataset: datasetId })
  .meta({ id: 'ExportDataset' });

const mebibyte = 1024 ** 2;
/** BigQuery bills no query below 10 MiB a table (https://cloud.google.com/bigquery/pricing#on_demand_pricing). */
export const leastBytesBilled = 10 * mebibyte;
/** What one query of a connector may cost unless its owner says otherwise: some 6 US cents at list price. */
export const defaultMaximumBytesBilled = 10 * 1024 * mebibyte;
const mostBytesBilled = 10 * 1024 ** 2 * mebibyte;

export const maximumBytesBilled = z
  .int()
  .min(leastBytesBilled)
  .max(mostBytesBilled)
  .meta({
    description: 'Bytes. No query of this connector is allowed to bill more.',
    examples: [leastBytesBilled],
  });

export const purposes = z
  .array(purpose)
  .min(1)
  .max(2)
  .refine((list) => new Set(list).size === list.length, 'may name each purpose once')
  .meta({ examples: [['import']] });

/** What is tested and, once it was, kept: the same thing, so that nothing untested can be saved. */
export const connection = z
  .strictObject({
    purposes,
    uniqueContactField: uniqueContactField.required({ project: true }).optional(),
    exportDataset: exportDataset.required({ project: true }).optional(),
    jobProject: projectId,
    location: z
      .string()
      .optional()
      .meta({ description: 'Read from the dataset, never asked.', examples: ['US'] }),
    maximumBytesBilled,
  })
  .meta({ id: 'Connection' });
export type Connection = z.infer<typeof connection>;
