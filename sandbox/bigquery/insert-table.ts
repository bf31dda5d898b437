import * as z from 'zod';
import { type Answer, type Call, readJson } from '../http/call.ts';
import { invalid, notFound, refused } from '../http/google-refusal.ts';
import type { Caller } from '../identity/accounts.ts';
import { type Field, fieldType } from '../world/field.ts';
import { legacyName, type Table, type TableName } from '../world/table.ts';
import { datasetDenied } from './datasets.ts';
import type { Google } from './google.ts';
import { openProject } from './project-gate.ts';
import { tableResource } from './table-resource.ts';

interface GivenField {
  name: string;
  type: string;
  mode?: string | undefined;
  description?: string | undefined;
  fields?: GivenField[] | undefined;
}
const givenField: z.ZodType<GivenField> = z.object({
  name: z
    .string()
    .max(300)
    .regex(/^[\p{L}\p{N}_][\p{L}\p{N}\p{M}\p{Pc}\p{Pd}&%=+:<>#| ]*$/u),
  type: z.string(),
  mode: z.string().optional(),
  description: z.string().max(1024).optional(),
  fields: z.array(z.lazy(() => givenField)).optional(),
});
export const givenSchema = z.object({ fields: z.array(givenField).max(10_000).default([]) });

const givenTable = z.object({
  tableReference: z.object({ tableId: z.string().min(1).max(1024) }),
  schema: givenSchema.optional(),
  description: z.string().max(16_384).optional(),
  labels: z.record(z.string(), z.string()).optional(),
  expirationTime: z.coerce.number().optional(),
  view: z.object({ query: z.string().max(100_000) }).optional(),
});

export async function insertTable(google: Google, call: Call, caller: Caller): Promise<Answer> {
  const { project } = openProject(google.world, call.part('project'));
  const dataset = call.part('dataset');
  const given = readJson(call, givenTable);
  const name = { project, dataset, table: given.tableReference.tableId };
  const fields = given.view
    ? await viewFields(google, given.view.query, name, caller)
    : readFields(given.schema?.fields ?? []);
  const created = createTable(google, name, caller, {
    fields,
    ...(given.view && { kind: 'VIEW', view: given.view }),
    ...(given.description !== undefined && { description: given.description }),
    ...(given.labels && { labels: given.labels }),
    ...(given.expirationTime !== undefined && { expiresAt: new Date(given.expirationTime) }),
  });
  const where = google.world.dataset(project, dataset);
  return where ? { body: tableResource(created, where) } : {};
}

export type NewTable = Pick<Table, 'fields'> &
  Partial<Pick<Table, 'kind' | 'view' | 'description' | 'labels' | 'expiresAt'>>;

/** Makes the table, or refuses as Google does: no right, no such dataset, or there is one already. */
export function createTable(
  { world, access, now }: Google,
  name: TableName,
  { email }: Caller,
  given: NewTable,
): Table {
  if (
    !access.may(email, 'bigquery.tables.create', { project: name.project, dataset: name.dataset })
  ) {
    throw datasetDenied('bigquery.tables.create', name);
  }
  const dataset = world.dataset(name.project, name.dataset);
  if (!dataset) throw notFound(`Dataset ${name.project}:${name.dataset}`);
  if (!/^[\p{L}\p{M}\p{N}\p{Pc}\p{Pd} ]+$/u.test(name.table)) {
    throw invalid(`Invalid table ID "${name.table}".`);
  }
  if (world.table(name)) {
    const message = `Already Exists: Table ${legacyName(name)}`;
    throw refused({ code: 409, reason: 'duplicate', message });
  }
  const { defaultTableExpirationMs: livesMs } = dataset;
  const expiresAt =
    given.expiresAt ?? (livesMs === undefined ? undefined : new Date(now().getTime() + livesMs));
  const table: Table = {
    kind: 'TABLE',
    ...name,
    ...given,
    ...(expiresAt && { expiresAt }),
    rows: () => noRows,
    createdAt: now(),
    modifiedAt: now(),
  };
  world.put(table);
  return table;
}

const noRows: [] = [];

export function readFields(given: GivenField[]): Field[] {
  return given.map(({ name, type, mode = 'NULLABLE', description, fields }) => {
    const known = fieldType(type);
    const upper = mode.toUpperCase();
    if (!known) throw invalid(`Invalid value for type: ${type} is not a valid value`);
    if (upper !== 'NULLABLE' && upper !== 'REQUIRED' && upper !== 'REPEATED') {
      throw invalid(`Invalid value for mode: ${mode} is not a valid value`);
    }
    return {
      name,
      type: known,
      mode: upper,
      ...(description !== undefined && { description }),
      ...(known === 'RECORD' && { fields: readFields(fields ?? []) }),
    };
  });
}

/** BigQuery reads a view's SQL when it is made, with the rights of who makes it. */
async function viewFields(
  google: Google,
  sql: string,
  { project, dataset }: TableName,
  caller: Caller,
): Promise<Field[]> {
  const location = google.world.dataset(project, dataset)?.location;
  const { fields } = await google.queries.plan({
    sql,
    defaults: { project },
    parameters: [],
    reader: { caller, ...(location !== undefined && { location }) },
  });
  return fields;
}
