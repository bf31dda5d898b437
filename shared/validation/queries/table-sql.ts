import type { PartitionFacts, TableFacts, TableName } from '../../ports/warehouse.ts';

/** Names are refused, never escaped: each has passed its pattern, and none of those holds a backtick or backslash. */
export function quoted(name: string): string {
  if (/[`\\\p{Cc}]/u.test(name)) throw new RangeError('a name that cannot be quoted');
  return `\`${name}\``;
}

/** The table or a share of its blocks, with the filter on its partitions that BigQuery may insist on. */
export function fromTable(
  { project, dataset, table }: TableName,
  { partition }: TableFacts,
  columnTypes: Record<string, string>,
  samplePercent?: number,
): string {
  const share =
    samplePercent === undefined ? '' : ` TABLESAMPLE SYSTEM (${decimal(samplePercent)} PERCENT)`;
  const from = `FROM ${quoted(project)}.${quoted(dataset)}.${quoted(table)}${share}`;
  return partition?.filterRequired
    ? `${from} WHERE ${everyPartition(partition, columnTypes)}`
    : from;
}

/** Never with an exponent, which the grammar of a percentage does not promise to know. */
const decimal = (number: number) => number.toFixed(6).replace(/\.?0+$/, '');

/** True for every row, those of the NULL partition too, yet of comparisons that prune, as the filter has to be. */
function everyPartition({ column }: PartitionFacts, columnTypes: Record<string, string>): string {
  if (column === undefined) return "_PARTITIONTIME >= TIMESTAMP '1970-01-01'";
  const type = columnTypes[column] ?? 'TIMESTAMP';
  const least: Record<string, string> = {
    DATE: "DATE '0001-01-01'",
    DATETIME: "DATETIME '0001-01-01 00:00:00'",
    INTEGER: '-9223372036854775807',
    INT64: '-9223372036854775807',
    STRING: "''", // of files in folders
  };
  const first = least[type] ?? "TIMESTAMP '0001-01-01 00:00:00+00'";
  return `(${quoted(column)} >= ${first} OR ${quoted(column)} IS NULL)`;
}

export function columnTypes({ columns }: TableFacts): Record<string, string> {
  return Object.fromEntries(columns.map(({ name, type }) => [name, type.toUpperCase()]));
}
