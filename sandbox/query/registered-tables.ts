import type { Dialect } from '../engine/dialect.ts';
import { encodeRows } from '../engine/encode-rows.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Row } from '../world/field.ts';
import { catalogOf, columnsOf } from './catalog.ts';
import type { UsedTable } from './plan-query.ts';

export interface RegisteredTables {
  /** A catalog that holds the rows of these tables, as far as the query uses their columns. */
  of(tables: UsedTable[]): Promise<RegisteredCatalog>;
}

export interface RegisteredCatalog {
  id: string;
  /** Of the engine that knows it. */
  generation: number;
}

const mostCatalogs = 12;
const contentMember = 4;

/** Rows stay in the engine, so that the second query over the same columns need not carry them again. */
export function registeredTables(engine: SqlEngine, dialect: Dialect): RegisteredTables {
  const catalogs = new Map<string, Promise<RegisteredCatalog>>();
  const rowsIds = new WeakMap<Row[], number>();
  let rowsSeen = 0;
  let generation = engine.generation();

  const idOfRows = (rows: Row[]): number => {
    const known = rowsIds.get(rows) ?? ++rowsSeen;
    rowsIds.set(rows, known);
    return known;
  };
  const keyOf = (tables: UsedTable[]) =>
    JSON.stringify(
      tables.map(({ engineName, table, used }) => [
        engineName,
        idOfRows(table.rows()),
        [...used].toSorted((one, other) => one - other),
      ]),
    );

  const register = async (tables: UsedTable[]): Promise<RegisteredCatalog> => {
    const appended = Buffer.concat(
      tables.map(({ engineName: name, table, used }) =>
        encodeRows(contentMember, { name, columns: columnsOf(table), rows: table.rows(), used }),
      ),
    );
    const request = { simple_catalog: catalogOf(tables, dialect) };
    const answer = await engine.ask<{ registered_id?: string }>('RegisterCatalog', request, {
      appended,
    });
    return { id: answer.registered_id ?? '0', generation: engine.generation() };
  };

  const forgetOldest = () => {
    const [oldest] = catalogs;
    if (!oldest || catalogs.size <= mostCatalogs) return;
    catalogs.delete(oldest[0]);
    const forget = async () => {
      const { id, generation: registeredIn } = await oldest[1];
      await engine.ask('UnregisterCatalog', { registered_id: id }, { registeredIn });
    };
    forget().catch(() => undefined); // its engine has ended
  };

  return {
    async of(tables) {
      if (generation !== engine.generation()) catalogs.clear();
      generation = engine.generation();
      const key = keyOf(tables);
      const registered = catalogs.get(key) ?? register(tables);
      catalogs.delete(key); // the newest stand last
      catalogs.set(key, registered);
      forgetOldest();
      return registered.catch((error: unknown) => {
        catalogs.delete(key);
        throw error;
      });
    },
  };
}
