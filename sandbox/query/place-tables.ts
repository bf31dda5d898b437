import type { Dialect } from '../engine/dialect.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import { invalid } from '../http/google-refusal.ts';
import type { Table, TableName } from '../world/table.ts';
import { type Google, readableTable, type Reader } from './authorize.ts';
import { replaceCalls } from './replace-calls.ts';
import { readStatement } from './read-statement.ts';
import { type Edit, rewrite, type Rewritten } from './rewriting.ts';
import { type Defaults, tableOfPath } from './table-path.ts';

/** A table as the engine knows it: under a name of one part, at the top of its catalog. */
export interface PlacedTable {
  engineName: string;
  table: Table;
}

export interface Placed {
  statement: Rewritten;
  tables: PlacedTable[];
  /** What the statement itself names, views included, as `referencedTables` has it. */
  referenced: Table[];
  location: string | undefined;
}

export interface PlaceOptions {
  google: Google;
  engine: SqlEngine;
  dialect: Dialect;
  reader: Reader;
}

const deepestView = 16; // https://cloud.google.com/bigquery/quotas#view_limits

/** Puts the world's tables in place of the names in the statement: views as the SQL that they are, rows as policies allow. */
export async function placeTables(
  sql: string,
  defaults: Defaults,
  { google, engine, dialect, reader }: PlaceOptions,
): Promise<Placed> {
  const tables = new Map<Table, PlacedTable>();
  const referenced: Table[] = [];
  let location = reader.location;

  const place = async (text: string, names: Defaults, through: TableName[]): Promise<Rewritten> => {
    const statement = await readStatement(engine, dialect, text);
    const edits: Edit[] = replaceCalls(statement.calls, reader.caller.email);
    for (const { path, start, end, hasAlias } of statement.tables) {
      const name = tableOfPath(path, names);
      const found = readableTable(google, { ...reader, ...here(location) }, name, through.at(-1));
      location ??= found.dataset.location;
      if (through.length === 0) referenced.push(found.table);
      const alias = hasAlias ? '' : ` AS \`${name.table}\``;
      edits.push({ start, end, text: `${await source(found.table, through)}${alias}` });
    }
    return rewrite(text, edits);
  };

  const source = async (table: Table, through: TableName[]): Promise<string> => {
    if (!table.view) return withPolicies(placed(table), reader.caller.email);
    if (through.length === deepestView) throw invalid('View nesting is too deep.', 'invalidQuery');
    const inner = await place(table.view.query, { project: table.project }, [...through, table]);
    return `(${inner.text}\n)`;
  };

  const placed = (table: Table): PlacedTable => {
    const known = tables.get(table);
    if (known) return known;
    const added = { engineName: `__sandbox_${String(tables.size)}`, table };
    tables.set(table, added);
    return added;
  };

  const statement = await place(sql, defaults, []);
  return { statement, tables: [...tables.values()], referenced, location };
}

const here = (location: string | undefined): { location?: string } =>
  location === undefined ? {} : { location };

function withPolicies({ engineName, table }: PlacedTable, email: string): string {
  if (!table.rowPolicies) return `\`${engineName}\``;
  const filters = table.rowPolicies
    .filter(({ grantees }) => grantees.includes(email))
    .map(({ filter }) => `(${filter})`);
  return `(SELECT * FROM \`${engineName}\` WHERE ${filters.join(' OR ') || 'FALSE'})`;
}
