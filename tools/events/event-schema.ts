import { format, resolveConfig } from 'prettier';
import * as z from 'zod';
import { healthEvent } from '../../shared/schemas/health-event.ts';

export const eventSchemaFile = 'docs/events/connector-health-changed.schema.json';

/** The schema by which the service itself parses events, as JSON Schema, and as Prettier lays it out. */
export async function eventSchemaText(): Promise<string> {
  const schema = z.toJSONSchema(healthEvent, { target: 'draft-2020-12' });
  const options = await resolveConfig(eventSchemaFile);
  return format(JSON.stringify(schema), { ...options, filepath: eventSchemaFile });
}
