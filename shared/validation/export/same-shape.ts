import type { Column, TableFacts } from '../../ports/warehouse.ts';
import { shown } from '../told.ts';
import { dataSets, type Kind } from './data-sets.ts';

/** Types of columns into which values of each kind can be loaded, by their names in the REST reference and in SQL. */
const fitting: Record<Kind, string[]> = {
  str: ['STRING'],
  int: ['INTEGER', 'INT64'],
  float: ['FLOAT', 'FLOAT64', 'NUMERIC', 'BIGNUMERIC'],
  ts: ['TIMESTAMP', 'DATETIME'],
  json: ['JSON', 'STRING'],
};

/**
 * Why an existing table cannot be the one into which the data set of its name is exported; undefined if it can. Exports add columns that a table of theirs lacks; one that lacks most of them is somebody else's.
 */
export function otherShape(name: string, { kind, columns }: TableFacts): string | undefined {
  const wanted = dataSets[name] ?? {};
  if (kind !== 'TABLE') return 'it is no table into which rows can be loaded';
  const byName = new Map(Object.entries(wanted).map(([each, of]) => [each.toLowerCase(), of]));
  for (const column of columns) {
    const reason = whyNot(column, byName.get(column.name.toLowerCase()));
    if (reason !== undefined) return reason;
  }
  const shared = columns.filter((column) => byName.has(column.name.toLowerCase())).length;
  return shared < byName.size / 2 ? 'it has other columns than what is exported' : undefined;
}

function whyNot({ name, type, mode }: Column, kind: Kind | undefined): string | undefined {
  if (kind === undefined)
    return mode === 'REQUIRED'
      ? `it requires a column ${shown(name)} that is not exported`
      : undefined;
  const fits = mode !== 'REPEATED' && fitting[kind].includes(type.toUpperCase());
  return fits ? undefined : `its column ${shown(name)} is of another type than what is exported`;
}
