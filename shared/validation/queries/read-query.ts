import type { Column, TableFacts, TableName } from '../../ports/warehouse.ts';
import { columnOf, fromTable } from './table-sql.ts';

/** The very reading that the connector does: the key column of every row. */
export function readQuery(name: TableName, facts: TableFacts, column: Column): string {
  return `SELECT ${columnOf(column.name)} ${fromTable(name, facts)}`;
}
