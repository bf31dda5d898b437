import * as z from 'zod';
import { attributesOf, eventAttributes, ofOneConnector, ofOneWorkspace } from './cloud-event.ts';
import { difference, mostDifferences } from './drift.ts';
import { healthState } from './health.ts';
import { connectorId, workspaceId } from './identifiers.ts';
import { instant } from './instant.ts';

/** An address of the next edition; a change that a subscriber could notice gets one. */
const schemaUri = 'urn:bigquery-connector:event:connector-drift-found:1';
const dataSchemaUri = `${schemaUri}#/$defs/ConnectorDrift`;

const found = z
  .strictObject({
    workspace: workspaceId,
    connectorId,
    name: z
      .string()
      .min(1)
      .max(200)
      .meta({ description: 'What people call the connector.', examples: ['Shop data'] }),
    state: healthState.meta({ description: 'Its health, which this does not change.' }),
    checkedAt: instant.meta({ description: 'When the check was made that tells it.' }),
    differences: z.array(difference).min(1).max(mostDifferences).meta({
      description: 'What differs from what was saved, each told once.',
    }),
  })
  .meta({ id: 'ConnectorDrift' });

/** Something differs from what was saved, and the connector works all the same. */
export const driftEvent = z
  .strictObject({
    ...eventAttributes,
    type: z.literal('connector.drift.found'),
    dataschema: z.literal(dataSchemaUri),
    data: found,
  })
  .refine(ofOneWorkspace, 'is of one workspace')
  .refine(ofOneConnector, 'is of one connector')
  .meta({
    $id: schemaUri,
    title: 'A connector’s data differs from what was saved',
    description: 'A CloudEvent of version 1.0.',
  });

export type DriftEvent = z.infer<typeof driftEvent>;
export type DriftFound = z.infer<typeof found>;

/** Around what was found, all that CloudEvents asks for. */
export function driftEventOf(id: string, time: Date, data: DriftFound): DriftEvent {
  const attributes = attributesOf(id, time, data);
  return { ...attributes, type: 'connector.drift.found', dataschema: dataSchemaUri, data };
}
