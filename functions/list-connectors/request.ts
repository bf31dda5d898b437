import * as z from 'zod';
import { pageParameters } from '../../shared/http/page.ts';
import { healthState } from '../../shared/schemas/health.ts';
import { changeId, connectorId } from '../../shared/schemas/identifiers.ts';

export const listConnectorsQuery = z.strictObject({
  ...pageParameters,
  health: healthState.optional(),
  query: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'Part of the name, whatever its case.', examples: ['shop'] }),
});

export const listCursor = z.strictObject({ createdAt: z.string(), connectorId });
export type ListCursor = z.infer<typeof listCursor>;

export type ListConnectorsRequest = Omit<z.infer<typeof listConnectorsQuery>, 'pageToken'> & {
  after?: ListCursor | undefined;
};

export const changesQuery = z.strictObject(pageParameters);
export const changesCursor = z.strictObject({ at: z.string(), changeId });
export type ChangesCursor = z.infer<typeof changesCursor>;

export const connectorPath = z.strictObject({ connectorId });
