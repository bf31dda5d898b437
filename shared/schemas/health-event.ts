import * as z from 'zod';
import { attributesOf, eventAttributes, ofOneConnector, ofOneWorkspace } from './cloud-event.ts';
import { difference, mostDifferences } from './drift.ts';
import { healthState } from './health.ts';
import { connectorId, workspaceId } from './identifiers.ts';
import { instant } from './instant.ts';

/** An address of the next edition; a change that a subscriber could notice gets one. */
const schemaUri = 'urn:bigquery-connector:event:connector-health-changed:1';
const dataSchemaUri = `${schemaUri}#/$defs/ConnectorHealthChange`;

/** The longest texts that an announcement carries, in UTF-16 code units. */
export const longestText = { name: 200, cause: 100, detail: 1000, remedyText: 2000 };

const healthChange = z
  .strictObject({
    workspace: workspaceId,
    connectorId,
    name: z
      .string()
      .min(1)
      .max(longestText.name)
      .meta({ description: 'What people call the connector.', examples: ['Shop data'] }),
    from: healthState,
    to: healthState,
    since: instant.meta({ description: 'The state that it has now began then.' }),
    cause: z
      .string()
      .min(1)
      .max(longestText.cause)
      .optional()
      .meta({ description: 'Stable word for what was found.', examples: ['key-deleted'] }),
    // A pattern and no list: a subscriber that validates is not to fail at the next check that is added.
    check: z
      .string()
      .regex(/^[A-Z][0-9]{1,2}$/)
      .optional()
      .meta({ description: 'The check of which the cause is.', examples: ['B1'] }),
    detail: z
      .string()
      .max(longestText.detail)
      .optional()
      .meta({ description: 'What was found, in one sentence. Never a secret, never a row.' }),
    remedyText: z
      .string()
      .max(longestText.remedyText)
      .optional()
      .meta({ description: 'What to do now; the connector’s report has it with its commands.' }),
    checkedAt: instant.meta({ description: 'When the check was made that found it.' }),
    differences: z.array(difference).min(1).max(mostDifferences).optional().meta({
      description:
        'What differs from what was saved and was not announced before; perhaps the cause.',
    }),
  })
  .meta({ id: 'ConnectorHealthChange' });

/**
 * A connector's health has changed: a CloudEvent (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md).
 * Its id stays the same however often it is delivered.
 */
export const healthEvent = z
  .strictObject({
    ...eventAttributes,
    type: z.literal('connector.health.changed'),
    dataschema: z.literal(dataSchemaUri),
    data: healthChange,
  })
  .refine(ofOneWorkspace, 'is of one workspace')
  .refine(ofOneConnector, 'is of one connector')
  .meta({
    $id: schemaUri,
    title: 'A connector’s health has changed',
    description: 'A CloudEvent of version 1.0.',
  });

export type HealthEvent = z.infer<typeof healthEvent>;
export type HealthChange = z.infer<typeof healthChange>;

/** Around what changed, all that CloudEvents asks for. */
export function healthEventOf(id: string, time: Date, data: HealthChange): HealthEvent {
  const attributes = attributesOf(id, time, data);
  return { ...attributes, type: 'connector.health.changed', dataschema: dataSchemaUri, data };
}
