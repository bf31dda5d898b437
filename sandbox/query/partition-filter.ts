import { type Node, isNode, listOf, nodesNamed } from './tree.ts';

/** Does the resolved statement filter by one of these columns so that partitions fall away? */
export function filtersBy(columnIds: ReadonlySet<string>, resolved: unknown): boolean {
  const conditions = [
    ...nodesNamed('filter_expr', resolved),
    ...nodesNamed('join_expr', resolved),
  ].flatMap(conjuncts);
  return conditions.some((condition) => {
    const names = new Set(columnRefs(condition));
    const prunes = !['ZetaSQL:$or', 'ZetaSQL:$not'].includes(functionName(condition));
    return prunes && [...columnIds].some((id) => names.has(id));
  });
}

function conjuncts(condition: Node): Node[] {
  if (functionName(condition) !== 'ZetaSQL:$and') return [condition];
  const call = callOf(condition);
  return listOf(call?.argument_list).flatMap(conjuncts);
}

function functionName(condition: Node): string {
  const named = callOf(condition)?.function;
  return isNode(named) ? String(named.name) : '';
}

function callOf(condition: Node): Node | undefined {
  const base = condition.resolved_function_call_base_node;
  const call = isNode(base) ? base.resolved_function_call_node : undefined;
  return isNode(call) ? call : undefined;
}

function columnRefs(condition: Node): string[] {
  return nodesNamed('resolved_column_ref_node', condition)
    .map(({ column }) => (isNode(column) ? String(column.column_id) : ''))
    .filter((id) => id !== '');
}
