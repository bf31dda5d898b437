import * as z from 'zod';
import {
  exportDataset,
  maximumBytesBilled,
  purposes,
  uniqueContactField,
} from '../../shared/schemas/connection.ts';
import { projectId } from '../../shared/schemas/identifiers.ts';
import { keyReference, requireOneReference } from '../../shared/schemas/key-reference.ts';

/** A new connection by its key, or a saved one by its id; whatever is left out of a saved one is as it was saved. */
export const validateConnectionRequest = z
  .strictObject({
    ...keyReference,
    purposes: purposes.optional(),
    uniqueContactField: uniqueContactField.optional(),
    exportDataset: exportDataset.optional(),
    jobProject: projectId
      .optional()
      .meta({ description: 'Where queries run and are paid for; the key’s project if left out.' }),
    maximumBytesBilled: maximumBytesBilled.optional(),
  })
  .superRefine((request, context) => {
    requireOneReference(request, context);
    if (request.connectorId === undefined && request.purposes === undefined) {
      context.addIssue({ code: 'custom', path: ['purposes'], message: 'is missing' });
    }
  })
  .meta({
    id: 'ValidateConnectionRequest',
    examples: [
      {
        keyId: 'key-2j8c4t9x6w1r7m3p5z0q8v4n6y',
        purposes: ['import'],
        uniqueContactField: {
          dataset: 'crm',
          table: 'subscribers',
          column: 'email',
          contactKey: { type: 'email' },
        },
      },
    ],
  });
export type ValidateConnectionRequest = z.infer<typeof validateConnectionRequest>;
