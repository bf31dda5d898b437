import type { Column, TableFacts, TableName } from '../../ports/warehouse.ts';
import { columnTypes, fromTable, quoted } from './table-sql.ts';

/** The very reading that the connector does: the key column of every row. */
export function readQuery(name: TableName, facts: TableFacts, column: Column): string {
  return `SELECT ${quoted(column.name)} ${fromTable(name, facts, columnTypes(facts))}`;
}
