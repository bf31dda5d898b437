import { askDialect, type Dialect } from '../engine/dialect.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Row } from '../world/field.ts';
import type { Google, Reader } from './authorize.ts';
import { type Parameters, type QueryParameters, readParameters } from './parameters.ts';
import { planQuery, type QueryPlan } from './plan-query.ts';
import { registeredTables } from './registered-tables.ts';
import { runQuery } from './run-query.ts';
import type { Defaults } from './table-path.ts';

export interface AskedQuery {
  sql: string;
  defaults: Defaults;
  parameters: QueryParameters;
  reader: Reader;
}

export interface PlannedQuery extends QueryPlan {
  parameters: Parameters;
}

/** GoogleSQL over the sample world: what a dry run tells, and what a run gives. */
export interface QueryEngine {
  plan(asked: AskedQuery): Promise<PlannedQuery>;
  run(planned: PlannedQuery, signal: AbortSignal): Promise<Row[]>;
}

export function createQueryEngine(engine: SqlEngine, google: Google): QueryEngine {
  let asked: Promise<Dialect> | undefined;
  const dialectOf = async () => {
    try {
      return await (asked ??= askDialect(engine));
    } catch (error) {
      asked = undefined; // the next query may find the engine up again
      throw error;
    }
  };
  let registered: ReturnType<typeof registeredTables> | undefined;
  return {
    async plan({ sql, defaults, parameters: given, reader }) {
      const parameters = readParameters(given);
      const dialect = await dialectOf();
      const options = { google, engine, dialect, reader };
      return { ...(await planQuery(sql, defaults, parameters, options)), parameters };
    },
    async run(planned, signal) {
      const dialect = await dialectOf();
      registered ??= registeredTables(engine, dialect);
      return runQuery(planned, planned.parameters, { engine, dialect, registered }, signal);
    },
  };
}
