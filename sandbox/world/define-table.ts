import type { Field, FieldType, Row } from './field.ts';
import type { Table, TableName } from './table.ts';

/** Columns in short: `'email'`, or `['email', 'STRING', 'the address that was given']`. */
export function column(name: string, type: FieldType, description?: string): Field {
  return { name, type, mode: 'NULLABLE', ...(description !== undefined && { description }) };
}

export function required(field: Field): Field {
  return { ...field, mode: 'REQUIRED' };
}

export function repeated(field: Field): Field {
  return { ...field, mode: 'REPEATED' };
}

export function record(name: string, fields: Field[], description?: string): Field {
  return { ...column(name, 'RECORD', description), fields };
}

export type Definition = Partial<Omit<Table, 'rows' | keyof TableName>> &
  Pick<Table, 'fields'> & { rows?: () => Row[] };

/** The day on which ACME's data warehouse was opened. */
export const openingDay = new Date('2026-01-05T08:00:00Z');

/** A table of the sample world. Its rows are made when somebody asks for them, once. */
export function defineTable(
  name: `${string}.${string}.${string}`,
  { rows = () => [], ...definition }: Definition,
): Table {
  const [project = '', dataset = '', table = ''] = name.split('.');
  let made: Row[] | undefined;
  return {
    project,
    dataset,
    table,
    kind: 'TABLE',
    createdAt: openingDay,
    modifiedAt: openingDay,
    ...definition,
    rows: () => (made ??= rows()),
  };
}

const microsPerMs = 1000;

/** A TIMESTAMP cell. */
export function micros(date: Date | string): number {
  return new Date(date).getTime() * microsPerMs;
}
