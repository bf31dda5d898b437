import * as z from 'zod';
import { pageParameters } from '../../shared/http/page.ts';
import { listedHealth } from '../../shared/schemas/health.ts';
import { changeId, connectorId } from '../../shared/schemas/identifiers.ts';

export const listConnectorsQuery = z.strictObject({
  ...pageParameters,
  health: listedHealth.optional().meta({
    description: 'Paused ones are listed under `paused` alone, whatever their health was.',
    examples: ['broken'],
  }),
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

export const deletedQuery = z.strictObject(pageParameters);
export const deletedCursor = z.strictObject({ expiresAt: z.string(), connectorId });
export type DeletedCursor = z.infer<typeof deletedCursor>;

export const changesQuery = z.strictObject(pageParameters);
export const changesCursor = z.strictObject({ at: z.string(), changeId });
export type ChangesCursor = z.infer<typeof changesCursor>;

export const connectorPath = z.strictObject({ connectorId });
