import { format, resolveConfig } from 'prettier';
import * as z from 'zod';
import { driftEvent } from '../../shared/schemas/drift-event.ts';
import { healthEvent } from '../../shared/schemas/health-event.ts';

/** Each event by the file of its JSON Schema. */
export const eventSchemaFiles = {
  'docs/events/connector-health-changed.schema.json': healthEvent,
  'docs/events/connector-drift-found.schema.json': driftEvent,
};
export type EventSchemaFile = keyof typeof eventSchemaFiles;

/** The schema by which the service itself parses events, as JSON Schema, and as Prettier lays it out. */
export async function eventSchemaText(file: EventSchemaFile): Promise<string> {
  const schema = z.toJSONSchema(eventSchemaFiles[file], { target: 'draft-2020-12' });
  const options = await resolveConfig(file);
  return format(JSON.stringify(schema), { ...options, filepath: file });
}
