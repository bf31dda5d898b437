import type { PartitionFacts, TableFacts, TableName } from '../../ports/warehouse.ts';
import { findColumn } from '../column-fitness.ts';

/** Names are refused, never escaped: each has passed its pattern, and none of those holds a backtick or backslash. */
export function quoted(name: string): string {
  if (/[`\\\p{Cc}]/u.test(name)) throw new RangeError('a name that cannot be quoted');
  return `\`${name}\``;
}

/** A column by the table's alias: one that bears the name of its table would else be read as the whole row. */
export const columnOf = (name: string) => `\`source\`.${quoted(name)}`;

/** The table or a share of its blocks, with the filter on its partitions that BigQuery may insist on. */
export function fromTable(
  { project, dataset, table }: TableName,
  facts: TableFacts,
  samplePercent?: number,
): string {
  const share =
    samplePercent === undefined ? '' : ` TABLESAMPLE SYSTEM (${decimal(samplePercent)} PERCENT)`;
  const place = `${quoted(project)}.${quoted(dataset)}.${quoted(table)}`;
  const from = `FROM ${place} AS \`source\`${share}`;
  return facts.partition?.filterRequired === true
    ? `${from} WHERE ${everyPartition(facts.partition, facts)}`
    : from;
}

/** Never with an exponent, which the grammar of a percentage does not promise to know. */
const decimal = (number: number) => number.toFixed(6).replace(/\.?0+$/, '');

/** True for every row, those of the NULL partition too, yet of comparisons that prune, as the filter has to be. */
function everyPartition({ column: name }: PartitionFacts, { columns }: TableFacts): string {
  // Rows that are still in the buffer of a stream lie in no partition yet.
  if (name === undefined)
    return "(`source`._PARTITIONTIME >= TIMESTAMP '1970-01-01' OR `source`._PARTITIONTIME IS NULL)";
  const type = findColumn(columns, name)?.type.toUpperCase() ?? 'TIMESTAMP';
  const first = least[type] ?? "TIMESTAMP '0001-01-01 00:00:00+00'";
  return `(${columnOf(name)} >= ${first} OR ${columnOf(name)} IS NULL)`;
}

/** The least value of each type by which a table can be partitioned, TIMESTAMP aside. */
const least: Record<string, string> = {
  DATE: "DATE '0001-01-01'",
  DATETIME: "DATETIME '0001-01-01 00:00:00'",
  INTEGER: '-9223372036854775807',
  INT64: '-9223372036854775807',
  STRING: "''", // of files in folders
};
