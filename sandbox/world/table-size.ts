import type { Field, Row, Value } from './field.ts';
import type { Table } from './table.ts';

/** https://cloud.google.com/bigquery/pricing#data */
const fixed: Partial<Record<Field['type'], number>> = {
  INTEGER: 8,
  FLOAT: 8,
  NUMERIC: 16,
  BIGNUMERIC: 32,
  BOOLEAN: 1,
  TIMESTAMP: 8,
  DATE: 8,
  TIME: 8,
  DATETIME: 8,
};

const counted = new WeakMap<Row[], number[]>();

/** Logical bytes of each column, the pseudo-columns' too; counted once as long as the rows are the same. */
export function columnBytes({
  fields,
  pseudoColumns = [],
  rows,
  bytesFactor = 1,
}: Table): number[] {
  const content = rows();
  const known = counted.get(content);
  if (known) return known;
  const bytes = [...fields, ...pseudoColumns].map((field, index) =>
    content.reduce((sum, row) => sum + bytesFactor * valueBytes(field, row[index] ?? null), 0),
  );
  counted.set(content, bytes);
  return bytes;
}

/** What queries read of a view or a sheet is not counted as its own. */
export function tableBytes(table: Table): number {
  if (table.view || table.kind === 'EXTERNAL') return 0;
  const own = columnBytes(table).slice(0, table.fields.length);
  return own.reduce((sum, each) => sum + each, 0);
}

export function tableRows(table: Table): number {
  return table.view || table.kind === 'EXTERNAL' ? 0 : table.rows().length;
}

function valueBytes(field: Field, value: Value): number {
  if (value === null) return 0;
  if (field.mode === 'REPEATED') {
    const element: Field = { ...field, mode: 'NULLABLE' };
    const elements = Array.isArray(value) ? value : [];
    return elements.reduce<number>((sum, each) => sum + valueBytes(element, each), 0);
  }
  if (field.type === 'RECORD') {
    const cells = Array.isArray(value) ? value : [];
    return (field.fields ?? []).reduce(
      (sum, each, index) => sum + valueBytes(each, cells[index] ?? null),
      0,
    );
  }
  const size = fixed[field.type];
  if (size !== undefined) return size;
  return 2 + Buffer.byteLength(String(value), field.type === 'BYTES' ? 'base64' : 'utf8');
}
