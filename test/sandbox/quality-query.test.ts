import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Field, Value } from '../../sandbox/world/field.ts';
import type { ContactKeyType } from '../../shared/schemas/connection.ts';
import { qualityQuery, readQuality } from '../../shared/validation/queries/quality-query.ts';
import { type AnalysedWorld, analysedWorld } from './analysed-world.ts';
import { countedQuality } from './counted-quality.ts';

let world: AnalysedWorld;
beforeAll(() => {
  world = analysedWorld({ projects: [], datasets: [], tables: [] });
});
afterAll(async () => {
  await world.close();
});

const name = { project: 'acme-analytics', dataset: 'crm', table: 'dirty' };

/** What GoogleSQL counts over a table of one column. */
async function executed(type: ContactKeyType, kind: Field['type'], values: Value[]) {
  const table = {
    ...name,
    kind: 'TABLE' as const,
    fields: [{ name: 'key', type: kind }],
    rows: () => rows,
    createdAt: new Date(0),
    modifiedAt: new Date(0),
  };
  const rows = values.map((value) => [value]);
  world.put(table);
  const facts = world.facts(table);
  const [column] = facts.columns;
  if (!column) throw new Error('a table without its column');
  const contactKey = type === 'additionalField' ? { type, id: 'city' } : { type };
  const [counts = []] = await world.rows(
    qualityQuery({ ...name, column: 'key', contactKey }, facts, column),
  );
  return readQuality({ rows: [counts.map(String)], bytesBilled: 0 });
}

const space = fc.string({
  unit: fc.constantFrom(...'  \t\n\r\u0085\u00a0\u2003\u2028\u3000\u200b\ufeff'.split('')),
  maxLength: 3,
});
const cores = [
  '',
  'alfa@example.com',
  'ALFA@Example.COM',
  'alfa@example',
  'alfa@@example.com',
  'al fa@example.com',
  'al\tfa@exa\nmple.com',
  'al\u00a0fa@example.com',
  '<alfa@example.com>',
  'a@example.com,b@example.com',
  'ä@ÖL.example',
  'ΑΣ@example.gr',
  'ΑΣ\nb@example.gr',
  'alfa@.com',
  'alfa@example.',
  '+49 (30) 123-45 67',
  '0049301234567',
  '+49301234567',
  '1234567890123456',
  '١٢٣٤٥٦٧',
  '12345',
  '0012345',
  '123456789012345678',
  '1234567890123456789',
  'AC-00000001',
  '😀',
];
const dirty = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 8,
    arbitrary: fc.tuple(space, fc.constantFrom(...cores), space).map((parts) => parts.join('')),
  },
  {
    weight: 3,
    arbitrary: fc.string({
      unit: fc.constantFrom(...'aAäÄ09@. ,;\n\u00a0+-'.split('')),
      maxLength: 9,
    }),
  },
);
const numbers = fc.option(
  fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 10 ** 6, max: 10 ** 15 })),
);

describe('the quality of a key column is counted as it is told', () => {
  test.each<ContactKeyType>(['email', 'phone', 'contactId', 'externalId', 'additionalField'])(
    'of texts for %s',
    async (type) => {
      await fc.assert(
        fc.asyncProperty(fc.array(dirty, { maxLength: 30 }), async (values) => {
          expect(await executed(type, 'STRING', values)).toEqual(countedQuality(type, values));
        }),
        { numRuns: 40 },
      );
    },
  );

  test.each<ContactKeyType>(['phone', 'contactId', 'externalId', 'additionalField'])(
    'of whole numbers for %s',
    async (type) => {
      await fc.assert(
        fc.asyncProperty(fc.array(numbers, { maxLength: 10 }), async (values) => {
          const texts = values.map((value) => (value === null ? null : String(value)));
          expect(await executed(type, 'INTEGER', values)).toEqual(countedQuality(type, texts));
        }),
        { numRuns: 10 },
      );
    },
  );
});
