import { accessDenied, notFound } from '../http/google-refusal.ts';
import type { Access } from '../iam/access.ts';
import type { Caller } from '../identity/accounts.ts';
import { driveScopes } from '../identity/scopes.ts';
import { legacyName, type Table, type TableName } from '../world/table.ts';
import type { Dataset, World } from '../world/world.ts';

export interface Reader {
  caller: Caller;
  /** Given with the request; else the job goes where its tables lie. */
  location?: string;
}

export interface Google {
  world: World;
  access: Access;
}

/**
 * The table, if the caller may query it. Google hides from those who may not whether it exists. `through` is the view
 * that reads it: BigQuery asks for the right on the base table too, unless the dataset authorises the view.
 */
export function readableTable(
  { world, access }: Google,
  { caller, location }: Reader,
  name: TableName,
  through?: TableName,
): { table: Table; dataset: Dataset } {
  const dataset = world.dataset(name.project, name.dataset);
  const authorized = through && dataset?.authorizedViews?.some((view) => sameTable(view, through));
  if (authorized !== true && !access.may(caller.email, 'bigquery.tables.getData', name)) {
    const where = location === undefined ? '' : ` in location ${location}`;
    const asked = legacyName(name);
    throw accessDenied(
      `Table ${asked}: User does not have permission to query table ${asked}, or perhaps it does not exist${where}.`,
    );
  }
  const place = location ?? dataset?.location ?? 'US';
  if (dataset?.location !== place) {
    throw notFound(`Dataset ${name.project}:${name.dataset} was not found in location ${place}`);
  }
  const table = world.table(name);
  if (!table) throw notFound(`Table ${legacyName(name)} was not found in location ${place}`);
  openSheet(table, caller);
  return { table, dataset };
}

/** The same sentence for both: the token was not made for Drive, or the sheet is not shared with the account. */
function openSheet({ sheet }: Table, { email, scopes }: Caller): void {
  if (!sheet) return;
  const mayUseDrive = driveScopes.some((scope) => scopes.has(scope));
  if (mayUseDrive && sheet.sharedWith.includes(email)) return;
  throw accessDenied('BigQuery BigQuery: Permission denied while getting Drive credentials.');
}

function sameTable(one: TableName, other: TableName): boolean {
  return legacyName(one) === legacyName(other);
}
