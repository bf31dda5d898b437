import * as z from 'zod';
import { connectorId, eventId } from './identifiers.ts';
import { instant } from './instant.ts';

/** The part of an event's data by which it is one workspace's and one connector's. */
interface Owned {
  workspace: string;
  connectorId: string;
}

/** What all events have in common: CloudEvents 1.0 (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md). */
export const eventAttributes = {
  specversion: z.literal('1.0'),
  id: eventId.meta({ description: 'Stays the same however often the event is delivered.' }),
  source: z
    .string()
    .max(80)
    .regex(/^\/workspaces\/[A-Za-z0-9][A-Za-z0-9_-]*$/)
    .meta({ description: 'The workspace.', examples: ['/workspaces/acme'] }),
  subject: connectorId.meta({ description: 'The connector.' }),
  time: instant.meta({ description: 'When the change was written down.' }),
  datacontenttype: z.literal('application/json'),
};

export function ofOneWorkspace({ source, data }: { source: string; data: Owned }): boolean {
  return source === `/workspaces/${data.workspace}`;
}

export function ofOneConnector({ subject, data }: { subject: string; data: Owned }): boolean {
  return subject === data.connectorId;
}

/** Around what happened, all that CloudEvents asks for but the type. */
export function attributesOf(id: string, time: Date, { workspace, connectorId: subject }: Owned) {
  return {
    specversion: '1.0' as const,
    id,
    source: `/workspaces/${workspace}`,
    subject,
    time: time.toISOString(),
    datacontenttype: 'application/json' as const,
  };
}
