import { accessDenied } from '../http/google-refusal.ts';
import type { Access } from '../iam/access.ts';
import type { Caller } from '../identity/accounts.ts';
import type { UsedTable } from './plan-query.ts';
import type { Field } from '../world/field.ts';
import type { Table } from '../world/table.ts';

/** Columns with a policy tag are read by fine-grained readers only, whatever else they may. */
export function protectColumns(tables: UsedTable[], access: Access, caller: Caller): void {
  for (const { table, used } of tables) {
    refuseTagged(
      table,
      table.fields.filter((_, index) => used.has(index)),
      access,
      caller,
    );
  }
}

export function refuseTagged(
  { project, dataset, table }: Table,
  fields: Field[],
  access: Access,
  { email }: Caller,
): void {
  if (access.may(email, 'datacatalog.categories.fineGrainedGet', { project })) return;
  const tagged = fields.filter(({ policyTags }) => (policyTags?.names.length ?? 0) > 0);
  if (tagged.length === 0) return;
  const columns = tagged.map(({ name }) => `${dataset}.${table}.${name}`).join(', ');
  throw accessDenied(
    `BigQuery BigQuery: User has neither fine-grained reader nor masked get permission to get data protected by policy tag "Contact-Data-${tagNumber} : Personal" on column${tagged.length > 1 ? 's' : ''} ${columns}.`,
  );
}

const tagNumber = '123456789012';
