import * as z from 'zod';
import { healthState } from './health.ts';
import { connectorId, eventId, type WorkspaceId, workspaceId } from './identifiers.ts';
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
  })
  .meta({ id: 'ConnectorHealthChange' });

/**
 * A connector's health has changed: a CloudEvent (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md).
 * Its id stays the same however often it is delivered.
 */
export const healthEvent = z
  .strictObject({
    specversion: z.literal('1.0'),
    id: eventId.meta({ description: 'Stays the same however often the event is delivered.' }),
    source: z
      .string()
      .max(80)
      .regex(/^\/workspaces\/[A-Za-z0-9][A-Za-z0-9_-]*$/)
      .meta({ description: 'The workspace.', examples: ['/workspaces/acme'] }),
    type: z.literal('connector.health.changed'),
    subject: connectorId.meta({ description: 'The connector.' }),
    time: instant.meta({ description: 'When the change was written down.' }),
    datacontenttype: z.literal('application/json'),
    dataschema: z.literal(dataSchemaUri),
    data: healthChange,
  })
  .refine(({ source, data }) => source === `/workspaces/${data.workspace}`, 'is of one workspace')
  .refine(({ subject, data }) => subject === data.connectorId, 'is of one connector')
  .meta({
    $id: schemaUri,
    title: 'A connector’s health has changed',
    description: 'A CloudEvent of version 1.0.',
  });

export type HealthEvent = z.infer<typeof healthEvent>;
export type HealthChange = z.infer<typeof healthChange>;

/** Around what changed, all that CloudEvents asks for. */
export function healthEventOf(id: string, time: Date, data: HealthChange): HealthEvent {
  return {
    specversion: '1.0',
    id,
    source: `/workspaces/${data.workspace}`,
    type: 'connector.health.changed',
    subject: data.connectorId,
    time: time.toISOString(),
    datacontenttype: 'application/json',
    dataschema: dataSchemaUri,
    data,
  };
}

/** The event, as far as it may lie in this workspace: what cannot be read again would stand in the way of all others. */
export function eventIn(workspace: WorkspaceId, event: HealthEvent): HealthEvent {
  const read = healthEvent.parse(event);
  if (read.data.workspace === workspace) return read;
  throw new Error('An announcement lies in the workspace of its connector.');
}
