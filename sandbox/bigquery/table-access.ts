import { accessDenied, type GoogleRefusal, notFound } from '../http/google-refusal.ts';
import type { Caller } from '../identity/accounts.ts';
import { legacyName, type Table, type TableName } from '../world/table.ts';
import type { Google } from './google.ts';
import { openProject } from './project-gate.ts';

/** The table, for who has that permission on it; who has not is not told whether it exists. */
export function tableFor(
  { world, access }: Google,
  permission: string,
  name: TableName,
  { email }: Caller,
): Table {
  openProject(world, name.project);
  if (!access.may(email, permission, name)) throw tableDenied(permission, name);
  if (!world.dataset(name.project, name.dataset)) {
    throw notFound(`Dataset ${name.project}:${name.dataset}`);
  }
  const table = world.table(name);
  if (!table) throw notFound(`Table ${legacyName(name)}`);
  return table;
}

export function tableDenied(permission: string, name: TableName): GoogleRefusal {
  const table = legacyName(name);
  return accessDenied(
    `Table ${table}: Permission ${permission} denied on table ${table} (or it may not exist).`,
  );
}

export function tableNameOf(part: (name: string) => string): TableName {
  return { project: part('project'), dataset: part('dataset'), table: part('table') };
}
