import * as z from 'zod';
import { pageParameters } from '../../shared/http/page.ts';
import {
  connectorId,
  datasetId,
  keyId,
  projectId,
  tableId,
} from '../../shared/schemas/identifiers.ts';

/** Datasets; with a dataset its tables; with a table as well its columns. */
export const browseTablesQuery = z
  .strictObject({
    ...pageParameters,
    keyId: keyId.optional(),
    connectorId: connectorId.optional(),
    jobProject: projectId.optional(),
    project: projectId
      .optional()
      .meta({ description: 'Whose datasets; the key’s project if left out.' }),
    dataset: datasetId.optional(),
    table: tableId.optional(),
    query: z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'Part of the name, whatever its case.' }),
  })
  .superRefine((request, context) => {
    const refuse = (field: string, message: string) => {
      context.addIssue({ code: 'custom', path: [field], message });
    };
    if (request.keyId === undefined && request.connectorId === undefined) {
      refuse('keyId', 'is missing; give either keyId or connectorId');
    }
    if (request.keyId !== undefined && request.connectorId !== undefined) {
      refuse('connectorId', 'must not be given together with keyId');
    }
    if (request.table !== undefined && request.dataset === undefined)
      refuse('dataset', 'is missing');
  });

export const browseCursor = z.strictObject({
  googleToken: z.string().optional(),
  offset: z.int().nonnegative(),
});
export type BrowseCursor = z.infer<typeof browseCursor>;

export type BrowseTablesRequest = Omit<z.infer<typeof browseTablesQuery>, 'pageToken'> & {
  after?: BrowseCursor | undefined;
};
