import { writeFileSync } from 'node:fs';
import { type EventSchemaFile, eventSchemaFiles, eventSchemaText } from './events/event-schema.ts';

for (const file of Object.keys(eventSchemaFiles) as EventSchemaFile[])
  writeFileSync(file, await eventSchemaText(file));
