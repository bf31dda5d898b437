import { analyzerOptions, type Dialect } from '../engine/dialect.ts';
import { decodeValue, type EngineValue } from '../engine/decode-value.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Row } from '../world/field.ts';
import { catalogOf } from './catalog.ts';
import { inBigQuerysWords } from './engine-words.ts';
import type { Parameters } from './parameters.ts';
import type { QueryPlan } from './plan-query.ts';
import type { RegisteredTables } from './registered-tables.ts';

interface Evaluated {
  content?: { table_data?: { row?: { cell?: EngineValue[] }[] } };
}

/** Evaluates a planned query. Rejects with the signal's reason as soon as nobody waits any more. */
export async function runQuery(
  { sql, tables, fields }: QueryPlan,
  parameters: Parameters,
  {
    engine,
    dialect,
    registered,
  }: { engine: SqlEngine; dialect: Dialect; registered: RegisteredTables },
  signal: AbortSignal,
): Promise<Row[]> {
  const options = analyzerOptions(dialect, parameters.options);
  const catalog =
    tables.length === 0
      ? { simple_catalog: catalogOf([], dialect) }
      : { registered_catalog_id: await registered.id(tables) };
  const answer = await engine
    .ask<Evaluated>(
      'EvaluateQuery',
      { sql, options, ...catalog },
      { appended: parameters.encoded, signal },
    )
    .catch((error: unknown) => {
      throw inBigQuerysWords(error);
    });
  return (answer.content?.table_data?.row ?? []).map(({ cell = [] }) =>
    fields.map((field, index) => decodeValue(field, cell[index] ?? {})),
  );
}
