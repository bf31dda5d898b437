import { createSqlEngine } from '../../sandbox/engine/sql-engine.ts';
import { tableResource } from '../../sandbox/bigquery/table-resource.ts';
import { driveScopes } from '../../sandbox/identity/scopes.ts';
import { createQueryEngine } from '../../sandbox/query/query-engine.ts';
import { goodAccount } from '../../sandbox/world/accounts-of-acme.ts';
import type { Row } from '../../sandbox/world/field.ts';
import type { Table } from '../../sandbox/world/table.ts';
import { createWorld, type World, type WorldContents } from '../../sandbox/world/world.ts';
import { readTable } from '../../shared/adapters/google/table-answer.ts';
import type { TableFacts } from '../../shared/ports/warehouse.ts';

export interface AnalysedWorld {
  /** What the product reads of a table, by way of what BigQuery's API tells of it. */
  facts(table: Table): TableFacts;
  /** Refuses, with the text, what GoogleSQL refuses, and what takes a name for the whole row: it would give a record. */
  analyse(sql: string): Promise<void>;
  rows(sql: string): Promise<Row[]>;
  put(table: Table): void;
  close(): Promise<void>;
}

/** Tables, and GoogleSQL's engine over them, without the network and without rights. */
export function analysedWorld(contents: WorldContents): AnalysedWorld {
  const engine = createSqlEngine();
  const known = createWorld(contents, () => new Date());
  const world: World = {
    ...known,
    dataset: (project, dataset) =>
      known.dataset(project, dataset) ?? {
        project,
        dataset,
        location: 'US',
        createdAt: new Date(),
      },
  };
  const queries = createQueryEngine(engine, { world, access: { may: () => true } });
  const caller = { email: goodAccount, scopes: new Set(driveScopes) };
  const plan = async (sql: string) =>
    queries
      .plan({ sql, defaults: { project: 'none' }, parameters: [], reader: { caller } })
      .catch((error: unknown) => {
        throw new Error(`${error instanceof Error ? error.message : 'refused'}\n${sql}`);
      });
  return {
    facts(table) {
      const dataset = world.dataset(table.project, table.dataset);
      const facts = dataset && readTable(tableResource(table, dataset));
      if (!facts) throw new Error(`The product cannot read the table ${table.table}.`);
      return facts;
    },
    async analyse(sql) {
      const { fields } = await plan(sql);
      const whole = fields.find(({ type }) => type === 'RECORD');
      if (whole) throw new Error(`${whole.name} is a record of\n${sql}`);
    },
    rows: async (sql) => queries.run(await plan(sql), AbortSignal.timeout(20_000)),
    put(table) {
      world.put(table);
    },
    close: async () => engine.close(),
  };
}
