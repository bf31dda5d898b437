import * as z from 'zod';
import { pageParameters } from '../../shared/http/page.ts';
import { datasetId, projectId, tableId } from '../../shared/schemas/identifiers.ts';
import { keyReference, requireOneReference } from '../../shared/schemas/key-reference.ts';

/** Datasets; with a dataset its tables; with a table as well its columns. */
export const browseTablesQuery = z
  .strictObject({
    ...pageParameters,
    ...keyReference,
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
      .meta({ description: 'Part of the name, whatever its case.', examples: ['contacts_'] }),
  })
  .superRefine((request, context) => {
    requireOneReference(request, context);
    if (request.table !== undefined && request.dataset === undefined)
      context.addIssue({ code: 'custom', path: ['dataset'], message: 'is missing' });
  });

export const browseCursor = z.strictObject({
  googleToken: z.string().optional(),
  offset: z.int().nonnegative(),
});
export type BrowseCursor = z.infer<typeof browseCursor>;

export type BrowseTablesRequest = Omit<z.infer<typeof browseTablesQuery>, 'pageToken'> & {
  after?: BrowseCursor | undefined;
};
