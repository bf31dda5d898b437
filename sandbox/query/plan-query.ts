import { analyzerOptions } from '../engine/dialect.ts';
import { type EngineType, fieldOf } from '../engine/engine-type.ts';
import { invalid } from '../http/google-refusal.ts';
import { columnBytes } from '../world/table-size.ts';
import type { Field } from '../world/field.ts';
import type { Table } from '../world/table.ts';
import { catalogOf } from './catalog.ts';
import { inBigQuerysWords } from './engine-words.ts';
import { protectColumns } from './protect-columns.ts';
import type { Parameters } from './parameters.ts';
import { type PlacedTable, type PlaceOptions, placeTables } from './place-tables.ts';
import { requirePartitionFilter } from './require-partition-filter.ts';
import type { Defaults } from './table-path.ts';
import { sampledShare } from './sampled-share.ts';
import { tableScans } from './table-scans.ts';
import { isNode, listOf } from './tree.ts';

export interface UsedTable extends PlacedTable {
  /** Indexes of the columns that the statement reads. */
  used: Set<number>;
}

/** All that is known of a query before it runs: what a dry run tells. */
export interface QueryPlan {
  sql: string;
  tables: UsedTable[];
  referenced: Table[];
  location: string | undefined;
  fields: Field[];
  bytesProcessed: number;
}

export const mostSqlBytes = 100_000;

export async function planQuery(
  sql: string,
  defaults: Defaults,
  parameters: Parameters,
  options: PlaceOptions,
): Promise<QueryPlan> {
  if (Buffer.byteLength(sql) > mostSqlBytes) {
    throw invalid(
      `The query is too large. The maximum length of this sandbox is ${String(mostSqlBytes)} bytes.`,
    );
  }
  const { engine, dialect, google, reader } = options;
  const placed = await placeTables(sql, defaults, options).catch((error: unknown) => {
    throw inBigQuerysWords(error);
  });
  const { statement, tables } = placed;
  const answer = await engine
    .ask<object>('Analyze', {
      sql_statement: statement.text,
      options: analyzerOptions(dialect, parameters.options),
      simple_catalog: catalogOf(tables, dialect),
    })
    .catch((error: unknown) => {
      throw inBigQuerysWords(error, statement);
    });
  const scans = tableScans(answer);
  const usedTables = tables.map((each) => ({
    ...each,
    used: new Set(
      scans
        .filter(({ engineName }) => engineName === each.engineName)
        .flatMap(({ columnIds }) => [...columnIds.keys()]),
    ),
  }));
  requirePartitionFilter(usedTables, scans, answer);
  protectColumns(usedTables, google.access, reader.caller);
  return {
    sql: statement.text,
    tables: usedTables,
    referenced: placed.referenced,
    location: placed.location,
    fields: outputFields(answer),
    bytesProcessed: Math.ceil(
      sampledShare(answer) * usedTables.reduce((sum, each) => sum + bytesOf(each), 0),
    ),
  };
}

function bytesOf({ table, used }: UsedTable): number {
  const bytes = columnBytes(table);
  return [...used].reduce((sum, index) => sum + (bytes[index] ?? 0), 0);
}

function outputFields(answer: object): Field[] {
  const resolved = 'resolved_statement' in answer ? answer.resolved_statement : undefined;
  const query = isNode(resolved) ? resolved.resolved_query_stmt_node : undefined;
  const columns = isNode(query) ? listOf(query.output_column_list) : [];
  const seen = new Set<string>();
  return columns.map(({ name, column }, index) => {
    const anonymous = typeof name !== 'string' || name === '' || name.startsWith('$');
    const called = anonymous ? `f${String(index)}_` : name;
    if (seen.has(called.toLowerCase())) {
      throw invalid(
        `Duplicate column names in the result are not supported. Found duplicate(s): ${called}`,
        'invalidQuery',
      );
    }
    seen.add(called.toLowerCase());
    const field = isNode(column) ? fieldOf(called, column.type as EngineType) : undefined;
    if (!field)
      throw invalid(`The sandbox cannot return the type of column ${called}.`, 'invalidQuery');
    return field;
  });
}
