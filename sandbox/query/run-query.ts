import { analyzerOptions, type Dialect } from '../engine/dialect.ts';
import { decodeValue, type EngineValue } from '../engine/decode-value.ts';
import { EngineForgot, type SqlEngine } from '../engine/sql-engine.ts';
import type { Row } from '../world/field.ts';
import { catalogOf } from './catalog.ts';
import { inBigQuerysWords } from './engine-words.ts';
import type { Parameters } from './parameters.ts';
import type { QueryPlan } from './plan-query.ts';
import type { RegisteredTables } from './registered-tables.ts';

interface Evaluated {
  content?: { table_data?: { row?: { cell?: EngineValue[] }[] } };
}

interface Evaluator {
  engine: SqlEngine;
  dialect: Dialect;
  registered: RegisteredTables;
}

/** Evaluates a planned query. Rejects with the signal's reason as soon as nobody waits any more. */
export async function runQuery(
  plan: QueryPlan,
  parameters: Parameters,
  evaluator: Evaluator,
  signal: AbortSignal,
): Promise<Row[]> {
  const evaluated = async () => evaluate(plan, parameters, evaluator, signal);
  const answer = await evaluated()
    .catch(async (error: unknown) => {
      if (!(error instanceof EngineForgot)) throw error;
      return evaluated(); // with the rows carried to the new engine
    })
    .catch((error: unknown) => {
      throw inBigQuerysWords(error);
    });
  return (answer.content?.table_data?.row ?? []).map(({ cell = [] }) =>
    plan.fields.map((field, index) => decodeValue(field, cell[index] ?? {})),
  );
}

async function evaluate(
  { sql, tables }: QueryPlan,
  parameters: Parameters,
  { engine, dialect, registered }: Evaluator,
  signal: AbortSignal,
): Promise<Evaluated> {
  const options = analyzerOptions(dialect, parameters.options);
  const appended = parameters.encoded;
  if (tables.length === 0) {
    const request = { sql, options, simple_catalog: catalogOf([], dialect) };
    return engine.ask('EvaluateQuery', request, { appended, signal });
  }
  const { id, generation: registeredIn } = await registered.of(tables);
  const request = { sql, options, registered_catalog_id: id };
  return engine.ask('EvaluateQuery', request, { appended, signal, registeredIn });
}
