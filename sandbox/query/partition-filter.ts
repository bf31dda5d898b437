import { type Node, isNode, listOf, nodesNamed } from './tree.ts';

/** Does the resolved statement filter by one of these columns so that partitions fall away? */
export function filtersBy(columnIds: ReadonlySet<string>, resolved: unknown): boolean {
  const conditions = [...nodesNamed('filter_expr', resolved), ...nodesNamed('join_expr', resolved)];
  return conditions.some((condition) => prunes(condition, columnIds));
}

/** What compares partitions with rows, or leaves another way in, reads them all. */
function prunes(condition: Node, columnIds: ReadonlySet<string>): boolean {
  const call = callOf(condition);
  const parts = listOf(call?.argument_list);
  const name = isNode(call?.function) ? call.function.name : undefined;
  if (name === 'ZetaSQL:$and') return parts.some((part) => prunes(part, columnIds));
  if (name === 'ZetaSQL:$or') return parts.every((part) => prunes(part, columnIds));
  const ids = columnRefs(condition);
  return ids.length > 0 && ids.every((id) => columnIds.has(id));
}

/** The function and its arguments stand in the base of the call's node. */
function callOf(condition: Node): Node | undefined {
  const base = condition.resolved_function_call_base_node;
  const call = isNode(base) ? base.resolved_function_call_node : undefined;
  return isNode(call) && isNode(call.parent) ? call.parent : undefined;
}

function columnRefs(condition: Node): string[] {
  return nodesNamed('resolved_column_ref_node', condition)
    .map(({ column }) => (isNode(column) ? String(column.column_id) : ''))
    .filter((id) => id !== '');
}
