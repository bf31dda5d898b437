import fc from 'fast-check';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acme } from '../../sandbox/world/acme.ts';
import type { Field } from '../../sandbox/world/field.ts';
import type { Table } from '../../sandbox/world/table.ts';
import { fitness } from '../../shared/validation/column-fitness.ts';
import { type AnalysedWorld, analysedWorld } from './analysed-world.ts';
import { oddTable } from './odd-tables.ts';
import { sentQueries } from './sent-queries.ts';

const sample = acme(new Date(), 10);
let world: AnalysedWorld;
beforeAll(() => {
  world = analysedWorld(sample);
});
afterAll(async () => {
  await world.close();
});

/** Every text that the product sends about a table, each once. */
function textsAbout(table: Table, { everyNth = 1 } = {}): string[] {
  const facts = world.facts(table);
  const texts = facts.columns
    .filter((_, index) => index % everyNth === 0)
    .flatMap((column) =>
      fitness(column).contactKeys.flatMap((type) => {
        const contactKey = type === 'additionalField' ? { type, id: 'city' } : { type };
        return Object.values(sentQueries).map((sent) =>
          sent({ name: table, facts, column, contactKey }),
        );
      }),
    );
  return [...new Set(texts)];
}

async function analyseAll(texts: string[], put?: Table): Promise<void> {
  if (put) world.put(put);
  for (const text of texts) await world.analyse(text);
}

test('each file of queries is among those that are analysed', () => {
  const files = globSync('shared/validation/queries/*-query.ts');
  expect(files.length).toBeGreaterThan(0);
  const analysed = new Set(Object.keys(sentQueries).map((name) => name.split(' ')[0]));
  expect([...analysed].toSorted()).toEqual(files.map((file) => basename(file, '.ts')).toSorted());
});

test('the query that only asks whether queries run is GoogleSQL', async () => {
  await world.analyse('SELECT 1');
});

describe('GoogleSQL takes every text over the sample world', () => {
  test.each(sample.tables.map((table) => [`${table.dataset}.${table.table}`, table] as const))(
    '%s',
    async (_, table) => {
      const texts = textsAbout(table, { everyNth: table.fields.length > 100 ? 25 : 1 });
      await analyseAll(texts);
    },
  );
});

test('a text that GoogleSQL refuses is told with its refusal', async () => {
  await expect(
    world.analyse('SELECT `none` FROM `acme-analytics`.`crm`.`contacts`'),
  ).rejects.toThrow(/Unrecognized name: none;.*\nSELECT `none` FROM/);
});

describe('GoogleSQL takes every text over', () => {
  test('odd names, types and partitions', async () => {
    await fc.assert(
      fc.asyncProperty(oddTable, async (table) => {
        await analyseAll(textsAbout(table), table);
      }),
      { numRuns: 75 },
    );
  });

  const table = (name: string, fields: Field[]): Table => ({
    project: 'acme-analytics',
    dataset: 'crm',
    table: name,
    kind: 'TABLE',
    fields,
    rows: () => [],
    createdAt: new Date(0),
    modifiedAt: new Date(0),
  });
  const email: Field = { name: 'email', type: 'STRING' };
  const deep = (levels: number): Field => ({
    name: 'email',
    type: 'RECORD',
    mode: levels % 2 ? 'REPEATED' : 'NULLABLE',
    fields: [levels === 1 ? email : deep(levels - 1)],
  });

  test('10,000 columns', async () => {
    const fields = Array.from({ length: 9999 }, (_, index): Field => ({
      name: `column ${String(index)}`,
      type: 'STRING',
    }));
    const wide = table('wide', [...fields, email]);
    await analyseAll(textsAbout(wide, { everyNth: 9999 }), wide);
  });

  test('records in records, 15 deep, of the same name', async () => {
    const nested = table('nested', [{ ...email, name: 'key' }, deep(15)]);
    await analyseAll(textsAbout(nested), nested);
  });

  test('a column that bears the name of its table, in any case', async () => {
    const namesake = table('EMAIL', [email]);
    await analyseAll(textsAbout(namesake), namesake);
  });

  test('a table whose partitioning writes its column in other letters', async () => {
    const day: Field = { name: 'day', type: 'DATE' };
    const partitioned: Table = {
      ...table('days', [email, day]),
      partitioning: { type: 'DAY', column: 'Day', filterRequired: true },
    };
    await analyseAll(textsAbout(partitioned), partitioned);
  });
});
