import type { NamedColumn } from '../../schemas/sighting.ts';
import { type Compared, type Comparison, type Found, tableOf, unlessMeant } from './aspects.ts';

const mostNamed = 5;

export const compareColumn: Comparison = {
  aspects: ['column-gone', 'column-renamed', 'column-type', 'column-mode', 'column-protected'],
  compare(compared) {
    const { saved, seen } = compared;
    if (!saved.column || !seen.table) return undefined;
    return seen.column ? changed(compared) : [gone(compared, saved.column)];
  },
};

/** A column that is new, of the same type and mode, may be the one that is gone under another name. */
function gone(compared: Compared, { name, type, mode }: NamedColumn): Found {
  const table = tableOf(compared);
  const listed = compared.saved.columns ?? [];
  // Of many columns not all are kept: it may not be among those itself, and is no other one for that.
  const before = new Set([name, ...listed.map((column) => column.name)].map(folded));
  const candidates = (listed.length > 0 ? (compared.seen.columns ?? []) : [])
    .filter((column) => !before.has(folded(column.name)) && isAlike(column, { type, mode }))
    .map((column) => column.name);
  const [only, ...others] = candidates;
  const owner = `whoever owns ${table}`;
  if (only !== undefined && others.length === 0) {
    return {
      aspect: 'column-renamed',
      was: name,
      is: only,
      detail: `Column ${name} of ${table} is gone; perhaps it is now called ${only}, which is new and of the same type.`,
      remedyText: `Validate with column ${only} and save the connector with it, or ask ${owner} to name it ${name} again.`,
    };
  }
  const perhaps = `Perhaps it is one of the new columns ${candidates.slice(0, mostNamed).join(', ')}.`;
  return {
    aspect: 'column-gone',
    was: name,
    is: 'gone',
    detail: `Column ${name} of ${table} is gone.${only === undefined ? '' : ` ${perhaps}`}`,
    remedyText: `Choose another column, or ask ${owner} for ${name}.`,
  };
}

function changed(compared: Compared): Found[] {
  const { saved, seen } = compared;
  if (!saved.column || !seen.column) return [];
  const [was, is] = [saved.column, seen.column];
  const column = `Column ${is.name} of ${tableOf(compared)}`;
  const remedyText = unlessMeant('whoever owns the table');
  const differs = (aspect: Found['aspect'], before: string, now: string): Found => ({
    aspect,
    was: before,
    is: now,
    detail: `${column} was ${before} when the connector was saved, and is ${now} now.`,
    remedyText,
  });
  return [
    ...(usual(was.type) === usual(is.type) ? [] : [differs('column-type', was.type, is.type)]),
    ...(was.mode.toUpperCase() === is.mode.toUpperCase()
      ? []
      : [differs('column-mode', was.mode, is.mode)]),
    ...(was.policyTags > 0 || is.policyTags === 0
      ? []
      : [differs('column-protected', 'open', 'protected by a policy tag')]),
  ];
}

/** BigQuery's column names are told apart without regard to case. */
const folded = (name: string) => name.toLowerCase();

function isAlike(one: Pick<NamedColumn, 'type' | 'mode'>, other: typeof one): boolean {
  return (
    usual(one.type) === usual(other.type) && one.mode.toUpperCase() === other.mode.toUpperCase()
  );
}

/** Types have a name in the REST reference and one in SQL (https://cloud.google.com/bigquery/docs/schemas). */
const synonyms: Record<string, string> = {
  INT64: 'INTEGER',
  FLOAT64: 'FLOAT',
  BOOL: 'BOOLEAN',
  STRUCT: 'RECORD',
};

function usual(type: string): string {
  const upper = type.toUpperCase();
  return synonyms[upper] ?? upper;
}
