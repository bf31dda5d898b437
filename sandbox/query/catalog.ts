import type { Dialect } from '../engine/dialect.ts';
import { engineType } from '../engine/engine-type.ts';
import type { Field } from '../world/field.ts';
import type { Table } from '../world/table.ts';
import type { PlacedTable } from './place-tables.ts';

export function columnsOf({ fields, pseudoColumns = [] }: Table): Field[] {
  return [...fields, ...pseudoColumns];
}

/** The tables of one statement, as the engine takes them: all columns, whether used or not, so that every name is known. */
export function catalogOf(tables: PlacedTable[], dialect: Dialect): object {
  return {
    name: 'sandbox',
    builtin_function_options: { language_options: dialect },
    table: tables.map(({ engineName, table }) => ({
      name: engineName,
      name_in_catalog: engineName,
      column: columnsOf(table).map((field, index) => ({
        name: field.name,
        type: engineType(field),
        is_pseudo_column: index >= table.fields.length,
      })),
    })),
  };
}
