import type { Dialect } from '../engine/dialect.ts';
import type { SqlEngine } from '../engine/sql-engine.ts';
import type { Edit } from './rewriting.ts';
import { isNode, listOf, type Node, nodesNamed } from './tree.ts';

/** What has to be known of a statement before its tables can be put in their places. */
export interface Statement {
  tables: TableMention[];
  calls: FunctionCall[];
}

export interface TableMention {
  path: string[];
  start: number;
  end: number;
  hasAlias: boolean;
}

export interface FunctionCall {
  name: string;
  name_: Edit;
  whole: Edit;
  firstArgument?: number;
}

/** Refuses with an EngineRefusal what is no statement. */
export async function readStatement(
  engine: SqlEngine,
  dialect: Dialect,
  sql: string,
): Promise<Statement> {
  const question = { sql_statement: sql, options: dialect };
  const parsing = engine.ask<Node>('Parse', question);
  parsing.catch(() => undefined); // both refuse what is no statement; only the first tells the place
  const names = await engine.ask<{ table_name?: { table_name_segment?: string[] }[] }>(
    'ExtractTableNamesFromStatement',
    question,
  );
  const tree = await parsing;
  // Only the engine can tell `dataset.table` from `alias.array`: it names the former.
  const known = new Set(
    (names.table_name ?? []).map(({ table_name_segment = [] }) => keyOf(table_name_segment)),
  );
  const charsOf = characterCounter(sql);
  const tables = nodesNamed('ast_table_path_expression_node', tree)
    .map((node) => mentionOf(node, charsOf))
    .filter((mention) => mention !== undefined)
    .filter(({ path }) => known.has(keyOf(path)));
  const calls = nodesNamed('ast_function_call_node', tree)
    .map((node) => callOf(node, charsOf))
    .filter((call) => call !== undefined);
  return { tables, calls };
}

const keyOf = (path: string[]) => JSON.stringify(path);

function mentionOf(node: Node, charsOf: (bytes: number) => number): TableMention | undefined {
  const path = node.path_expr;
  const range = isNode(path) ? rangeOf(path) : undefined;
  if (!isNode(path) || !range) return undefined;
  return {
    path: namesOf(path),
    start: charsOf(range.start),
    end: charsOf(range.end),
    hasAlias: isNode(node.alias),
  };
}

function callOf(node: Node, charsOf: (bytes: number) => number): FunctionCall | undefined {
  const path = node.function;
  const range = rangeOf(node);
  const nameRange = isNode(path) ? rangeOf(path) : undefined;
  if (!isNode(path) || !range || !nameRange) return undefined;
  const [first] = listOf(node.arguments);
  const [argument] = first ? Object.values(first).filter(isNode) : [];
  const firstRange = argument && rangeOf(argument);
  return {
    name: namesOf(path).join('.').toUpperCase(),
    name_: { start: charsOf(nameRange.start), end: charsOf(nameRange.end), text: '' },
    whole: { start: charsOf(range.start), end: charsOf(range.end), text: '' },
    ...(firstRange && { firstArgument: charsOf(firstRange.start) }),
  };
}

function namesOf(path: Node): string[] {
  return listOf(path.names).map(({ id_string }) => String(id_string));
}

/** A node's place stands in the outermost of its base classes. */
function rangeOf(node: Node): { start: number; end: number } | undefined {
  for (let at: unknown = node; isNode(at); at = at.parent ?? firstNode(at)) {
    const range = at.parse_location_range;
    if (isNode(range)) return { start: Number(range.start ?? 0), end: Number(range.end ?? 0) };
  }
  return undefined;
}

/** Some nodes are wrapped in one that only says of which kind they are. */
function firstNode(node: Node): unknown {
  return Object.values(node).find(isNode);
}

/** The engine counts bytes, JavaScript counts characters. */
function characterCounter(sql: string): (bytes: number) => number {
  const encoded = Buffer.from(sql);
  if (encoded.length === sql.length) return (bytes) => bytes;
  return (bytes) => encoded.subarray(0, bytes).toString().length;
}
