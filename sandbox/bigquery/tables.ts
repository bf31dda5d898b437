import * as z from 'zod';
import { type Answer, type Call, numberIn, readJson } from '../http/call.ts';
import { notFound } from '../http/google-refusal.ts';
import type { Caller } from '../identity/accounts.ts';
import { datasetDenied } from './datasets.ts';
import { etagOf } from './etag.ts';
import type { Google } from './google.ts';
import { pageOf } from './page.ts';
import { openProject } from './project-gate.ts';
import { tableFor, tableNameOf } from './table-access.ts';
import { tableListItem, tableResource } from './table-resource.ts';

const mostTables = 1000;
const usualTables = 50; // when maxResults is left out

export function listTables({ world, access }: Google, call: Call, caller: Caller): Answer {
  const { project } = openProject(world, call.part('project'));
  const resource = { project, dataset: call.part('dataset') };
  if (!access.may(caller.email, 'bigquery.tables.list', resource)) {
    throw datasetDenied('bigquery.tables.list', resource);
  }
  const dataset = world.dataset(project, resource.dataset);
  if (!dataset) throw notFound(`Dataset ${project}:${resource.dataset}`);
  const all = world.tables(dataset);
  const wanted = numberIn(call.query, 'maxResults') ?? usualTables;
  const { items, nextPageToken } = pageOf(all, `tables ${project}:${resource.dataset}`, {
    maxResults: Math.min(wanted, mostTables),
    pageToken: call.query.get('pageToken'),
  });
  const tables = items.map(tableListItem);
  return {
    body: {
      kind: 'bigquery#tableList',
      etag: etagOf(tables),
      ...(nextPageToken !== undefined && { nextPageToken }),
      ...(tables.length > 0 && { tables }),
      totalItems: all.length,
    },
  };
}

export function getTable(google: Google, call: Call, caller: Caller): Answer {
  const table = tableFor(google, 'bigquery.tables.get', tableNameOf(call.part), caller);
  const dataset = google.world.dataset(table.project, table.dataset);
  if (!dataset) throw notFound(`Dataset ${table.project}:${table.dataset}`);
  return { body: tableResource(table, dataset) };
}

const patch = z.object({
  expirationTime: z.coerce.number().optional(),
  description: z.string().max(16_384).optional(),
});

/** What is given replaces what was; nothing else of a table can be changed here. */
export function patchTable(google: Google, call: Call, caller: Caller): Answer {
  const table = tableFor(google, 'bigquery.tables.update', tableNameOf(call.part), caller);
  const dataset = google.world.dataset(table.project, table.dataset);
  if (!dataset) throw notFound(`Dataset ${table.project}:${table.dataset}`);
  const { expirationTime, description } = readJson(call, patch);
  const patched = {
    ...table,
    ...(expirationTime !== undefined && { expiresAt: new Date(expirationTime) }),
    ...(description !== undefined && { description }),
    modifiedAt: google.now(),
  };
  google.world.put(patched);
  return { body: tableResource(patched, dataset) };
}

export function deleteTable(google: Google, call: Call, caller: Caller): Answer {
  const table = tableFor(google, 'bigquery.tables.delete', tableNameOf(call.part), caller);
  google.world.remove(table);
  return { status: 204 };
}
