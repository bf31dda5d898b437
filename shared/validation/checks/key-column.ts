import { columnName } from '../../schemas/identifiers.ts';
import { tableName } from '../asked.ts';
import type { CheckOfLadder, Subject } from '../check.ts';
import { findColumn, fitness } from '../column-fitness.ts';
import { valueOf } from '../fact.ts';
import { type Finding, passed, notAsked } from '../finding.ts';
import type { Column } from '../../ports/warehouse.ts';

const mostSuggestions = 20;

export const keyColumn: CheckOfLadder = {
  id: 'D3',
  title: 'The column can be the contact key',
  needs: ['D2'],
  async judge(subject) {
    const facts = valueOf(await subject.facts.table());
    const { field } = subject.draft;
    if (!facts || !field) return notAsked;
    const column = findColumn(facts.columns, field.column);
    if (!column) {
      return cannot(
        subject,
        facts.columns,
        'column-missing',
        `The ${tableName(subject)} has no column ${field.column}.`,
      );
    }
    const { contactKeys, reason } = fitness(column);
    if (!contactKeys.includes(field.contactKey.type)) {
      const why = reason ?? 'an e-mail address is text, not a number';
      return cannot(
        subject,
        facts.columns,
        'column-unfit',
        `The column ${column.name} cannot be the contact key: ${why}.`,
      );
    }
    return passed(`The column ${column.name} can be the contact key ${field.contactKey.type}.`, {
      column: column.name,
      type: column.type,
    });
  },
};

function cannot(
  { draft: { field } }: Subject,
  columns: Column[],
  cause: string,
  detail: string,
): Finding {
  const fitting = columns
    .filter((column) => columnName.safeParse(column.name).success)
    .filter((column) => field && fitness(column).contactKeys.includes(field.contactKey.type))
    .map(({ name }) => name)
    .slice(0, mostSuggestions);
  const text =
    fitting.length > 0
      ? `Choose one of the columns that can: ${fitting.join(', ')}.`
      : 'No column of this table can; choose another table or another contact key.';
  return { outcome: 'failed', cause, detail, remedy: { text }, evidence: { fitting } };
}
