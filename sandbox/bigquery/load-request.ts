import * as z from 'zod';
import { givenSchema } from './insert-table.ts';

const load = z.object({
  destinationTable: z.object({
    projectId: z.string().optional(),
    datasetId: z.string(),
    tableId: z.string(),
  }),
  sourceFormat: z.string().default('CSV'),
  schema: givenSchema.optional(),
  createDisposition: z.enum(['CREATE_IF_NEEDED', 'CREATE_NEVER']).default('CREATE_IF_NEEDED'),
  writeDisposition: z
    .enum(['WRITE_APPEND', 'WRITE_TRUNCATE', 'WRITE_EMPTY'])
    .default('WRITE_APPEND'),
  skipLeadingRows: z.coerce.number().int().nonnegative().optional(),
  fieldDelimiter: z.string().optional(),
  nullMarker: z.string().optional(),
  /** Here an instant as RFC 3339 writes it, other than in tables.insert. */
  destinationTableProperties: z
    .object({
      description: z.string().optional(),
      expirationTime: z.iso.datetime({ offset: true }).optional(),
    })
    .optional(),
});
export type Load = z.infer<typeof load>;

export const loadJob = z.object({
  jobReference: z
    .object({ jobId: z.string().optional(), location: z.string().optional() })
    .default({}),
  configuration: z.object({ labels: z.record(z.string(), z.string()).optional(), load }),
});
