import type { Column, TableFacts, TableName } from '../../shared/ports/warehouse.ts';
import type { ContactKey } from '../../shared/schemas/connection.ts';
import { qualityQuery } from '../../shared/validation/queries/quality-query.ts';
import { readQuery } from '../../shared/validation/queries/read-query.ts';

/** What a query over one key column is made from. */
export interface Asked {
  name: TableName;
  facts: TableFacts;
  column: Column;
  contactKey: ContactKey;
}

/** Every query that the product makes from a customer's names, by its file in shared/validation/queries/. */
export const sentQueries: Record<string, (asked: Asked) => string> = {
  'read-query': ({ name, facts, column }) => readQuery(name, facts, column),
  'quality-query': ({ name, facts, column, contactKey }) =>
    qualityQuery({ ...name, column: column.name, contactKey }, facts, column),
  'quality-query of a share': ({ name, facts, column, contactKey }) =>
    qualityQuery({ ...name, column: column.name, contactKey }, facts, column, 0.00012),
};
