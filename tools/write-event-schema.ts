import { writeFileSync } from 'node:fs';
import { eventSchemaFile, eventSchemaText } from './events/event-schema.ts';

writeFileSync(eventSchemaFile, await eventSchemaText());
