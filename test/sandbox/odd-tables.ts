import fc from 'fast-check';
import { type Field, fieldType } from '../../sandbox/world/field.ts';
import type { Table } from '../../sandbox/world/table.ts';
import { columnName, datasetId, projectId, tableId } from '../../shared/schemas/identifiers.ts';

/** Words that mean something to SQL, to BigQuery, or in the queries themselves. */
const words =
  'select order group from where by and or not null true false as on in is between all any array at case cast collate contains create cross cube current default define desc distinct else end enum escape except exclude exists extract fetch following for full groups grouping hash having if ignore inner intersect interval into join lateral left like limit lookup merge natural new no nulls of outer over partition preceding proto qualify range recursive respect right rollup rows set some struct tablesample then to treat unbounded union unnest using when window with within raw trimmed usable count countif trim lower date timestamp string email'.split(
    ' ',
  );
const characters = Array.from('abzAZ_09 -–—%&=+:<>#|äÖßéñłКи名前नमस्ते‿＿e\u0301');
const text = (maxLength: number) =>
  fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(...words).map((word) => word.toUpperCase()),
    fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...characters), minLength: maxLength, maxLength }),
  );

/** Prefixes that BigQuery keeps to itself (https://cloud.google.com/bigquery/docs/schemas#column_names). */
const reserved = /^(_TABLE_|_FILE_|_PARTITION|_ROW_TIMESTAMP|__ROOT__|_COLIDENTIFIER)/i;
const names = {
  column: text(300).filter(
    (name) => columnName.safeParse(name).success && !reserved.test(name) && name.trim() === name,
  ),
  table: text(900).filter((name) => tableId.safeParse(name).success && name.trim() === name),
  dataset: text(20).filter((name) => datasetId.safeParse(name).success),
  project: fc
    .constantFrom('acme-analytics', 'example.com:acme-analytics', 'select', 'a-1-b-2')
    .filter((name) => projectId.safeParse(name).success),
};

const scalars =
  'STRING BYTES INTEGER FLOAT NUMERIC BIGNUMERIC BOOLEAN TIMESTAMP DATE TIME DATETIME JSON'
    .split(' ')
    .map((name) => fieldType(name) ?? 'STRING');
const partitions = ['DATE', 'DATETIME', 'TIMESTAMP', 'INTEGER'] as const;

const field = fc.letrec<{ any: Field; scalar: Field; record: Field }>((tie) => ({
  any: fc.oneof({ maxDepth: 4, withCrossShrink: true }, tie('scalar'), tie('record')),
  scalar: fc.record({
    name: names.column,
    type: fc.constantFrom(...scalars),
    mode: fc.constantFrom('NULLABLE', 'REQUIRED', 'REPEATED'),
  }),
  record: fc.record({
    name: names.column,
    type: fc.constant('RECORD' as const),
    mode: fc.constantFrom('NULLABLE', 'REPEATED'),
    fields: fc.uniqueArray(tie('any'), { minLength: 1, maxLength: 3, selector: nameOf }),
  }),
})).any;

/** Names are told apart without regard to case. */
function nameOf({ name }: Field): string {
  return name.toLowerCase();
}

const key = fc.record({
  name: names.column,
  type: fc.constantFrom('STRING' as const, 'INTEGER' as const),
  mode: fc.constantFrom('NULLABLE' as const, 'REQUIRED' as const),
});
const partition = fc.record({ name: names.column, type: fc.constantFrom(...partitions) });
const ingestion: Field[] = [
  { name: '_PARTITIONTIME', type: 'TIMESTAMP' },
  { name: '_PARTITIONDATE', type: 'DATE' },
];

/** A table such as a customer may have, with a column that can be a key; half of them want a filter on their partitions. */
export const oddTable: fc.Arbitrary<Table> = fc
  .record({
    project: names.project,
    dataset: names.dataset,
    table: names.table,
    fields: fc
      .tuple(key, partition, fc.array(field, { maxLength: 5 }))
      .map(([first, second, others]): Field[] => [first, second, ...others])
      .filter((fields) => new Set(fields.map(nameOf)).size === fields.length),
    partitioned: fc.constantFrom('not', 'by-column', 'by-key', 'by-ingestion'),
  })
  .filter(({ table, fields }) => !fields.some((each) => nameOf(each) === table.toLowerCase()))
  .map(({ partitioned, fields, ...name }) => {
    const at = { 'by-column': 1, 'by-key': 0, 'by-ingestion': -1, not: -1 }[partitioned];
    const column = partitioned === 'by-key' && fields[0]?.type === 'STRING' ? 1 : at;
    const given = fields[column]?.name;
    return {
      ...name,
      fields,
      kind: 'TABLE' as const,
      createdAt: new Date(0),
      modifiedAt: new Date(0),
      rows: () => [],
      ...(partitioned === 'by-ingestion' && { pseudoColumns: ingestion }),
      ...(partitioned !== 'not' && {
        partitioning: {
          type: 'DAY' as const,
          filterRequired: true,
          ...(given !== undefined && { column: given }),
        },
      }),
    };
  });
