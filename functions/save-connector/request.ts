import * as z from 'zod';
import { connectorName } from '../../shared/schemas/connector.ts';
import { connectorId, validationId } from '../../shared/schemas/identifiers.ts';

/** The body carries no part of the connection: what is kept is what the validation tested. */
export const saveConnectorRequest = z.strictObject({ name: connectorName, validationId }).meta({
  id: 'SaveConnectorRequest',
  examples: [{ name: 'Shop data', validationId: 'val-7r3m9p1z5q8v2n6y4j0c8t3x7w' }],
});
export type SaveConnectorRequest = z.infer<typeof saveConnectorRequest>;

export const editConnectorBody = z
  .strictObject({
    name: connectorName.optional(),
    validationId: validationId.optional(),
    paused: z.boolean().optional(),
  })
  .superRefine((body, context) => {
    if (Object.values(body).every((value) => value === undefined)) {
      context.addIssue({
        code: 'custom',
        path: [],
        message: 'must have at least one of: name, validationId, paused',
      });
    }
  })
  .meta({ id: 'EditConnectorRequest', examples: [{ name: 'Shop data, new' }] });
export type EditConnectorBody = z.infer<typeof editConnectorBody>;

export const connectorPath = z.strictObject({ connectorId });
