import { isNode, nodesNamed } from './tree.ts';

/**
 * The share of its tables that a statement reads: TABLESAMPLE is billed for the blocks that it takes
 * (https://cloud.google.com/bigquery/docs/table-sampling).
 */
export function sampledShare(resolved: unknown): number {
  const [scan] = nodesNamed('resolved_sample_scan_node', resolved);
  const [value] = scan ? nodesNamed('value', scan.size) : [];
  const inner = isNode(value?.value) ? value.value : value;
  const percent = Number(inner?.double_value ?? inner?.int64_value ?? NaN);
  return Number.isNaN(percent) ? 1 : percent / 100;
}
