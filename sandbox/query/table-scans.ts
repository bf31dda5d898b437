import { isNode, listOf, nodesNamed } from './tree.ts';

/** What one reading of a table uses of it. */
export interface TableScan {
  engineName: string;
  /** By the column's index in the table: the id under which the statement's tree knows it. */
  columnIds: Map<number, string>;
}

/** The engine prunes what a statement does not use, so these are the columns that BigQuery would bill. */
export function tableScans(resolved: unknown): TableScan[] {
  return nodesNamed('resolved_table_scan_node', resolved).map((scan) => {
    const { table, parent } = scan;
    const ids = listOf(isNode(parent) ? parent.column_list : []);
    const indexes = Array.isArray(scan.column_index_list) ? scan.column_index_list : [];
    return {
      engineName: isNode(table) ? String(table.name) : '',
      columnIds: new Map(indexes.map((index, at) => [Number(index), textOf(ids[at]?.column_id)])),
    };
  });
}

/** The protocol's loader makes strings of 64-bit numbers. */
function textOf(id: unknown): string {
  return typeof id === 'string' ? id : '';
}
