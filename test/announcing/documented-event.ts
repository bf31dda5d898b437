import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** When and under which id a sample is announced. */
export const stamps = {
  now: () => new Date('2026-03-02T10:00:00.000Z'),
  newId: () => '5v0n3w8y2k7x4q9t6r1m8p3z5d',
};

/** The JSON schema of an event as docs/ has it, and what holds an event to it as a subscriber would. */
export function documentedEvent(file: string) {
  const text = readFileSync(file, 'utf8');
  const formats = { 'date-time': /^\d{4}-\d\d-\d\dT/ };
  const isDocumented = new Ajv2020({ strict: false, formats }).compile(JSON.parse(text) as object);
  return { text, isDocumented };
}
