import * as z from 'zod';
import type { Answer, Call } from '../http/call.ts';
import { type Mask, masked, readMask } from '../http/field-mask.ts';
import { invalid } from '../http/google-refusal.ts';
import type { Route } from '../http/route.ts';
import { testTablePermissions } from '../iam/test-permissions.ts';
import type { Caller } from '../identity/accounts.ts';
import { bigqueryScopes, requireScope } from '../identity/scopes.ts';
import { getDataset, listDatasets } from './datasets.ts';
import type { Google } from './google.ts';
import { insertTable } from './insert-table.ts';
import { cancelJob, getJob, insertJob } from './jobs.ts';
import { listTableData } from './list-table-data.ts';
import { beginLoad } from './begin-load.ts';
import { listJobs } from './list-jobs.ts';
import { getQueryResults, query } from './queries.ts';
import { continueUpload } from './resumable-upload.ts';
import { deleteTable, getTable, listTables, patchTable } from './tables.ts';
import { mostUploadedBytes } from './upload.ts';

const dryRun = z.object({
  dryRun: z.boolean().optional(),
  configuration: z.object({ dryRun: z.boolean().optional() }).optional(),
});

/** bigquery.googleapis.com (https://cloud.google.com/bigquery/docs/reference/rest). */
export function bigqueryRoutes(google: Google): Route[] {
  const projects = '/bigquery/v2/projects/{project}';
  const tables = `${projects}/datasets/{dataset}/tables`;
  const table = `${tables}/{table}`;
  const job = `${projects}/jobs/{job}`;
  const signedIn = (answer: SignedIn) => forBigQuery(google, answer);
  return [
    {
      method: 'GET',
      path: `${projects}/datasets`,
      operation: 'datasets.list',
      answer: signedIn(listDatasets),
    },
    {
      method: 'GET',
      path: `${projects}/datasets/{dataset}`,
      operation: 'datasets.get',
      answer: signedIn(getDataset),
    },
    { method: 'GET', path: tables, operation: 'tables.list', answer: signedIn(listTables) },
    { method: 'POST', path: tables, operation: 'tables.insert', answer: signedIn(insertTable) },
    { method: 'GET', path: table, operation: 'tables.get', answer: signedIn(getTable) },
    { method: 'PATCH', path: table, operation: 'tables.patch', answer: signedIn(patchTable) },
    { method: 'DELETE', path: table, operation: 'tables.delete', answer: signedIn(deleteTable) },
    {
      method: 'GET',
      path: `${table}/data`,
      operation: 'tabledata.list',
      answer: signedIn(listTableData),
    },
    {
      method: 'POST',
      path: `${table}:testIamPermissions`,
      operation: 'testIamPermissions',
      answer: signedIn(testTablePermissions),
    },
    {
      method: 'POST',
      path: `${projects}/jobs`,
      operation: jobOperation('jobs.insert'),
      answer: signedIn(insertJob),
    },
    {
      method: 'POST',
      path: `/upload${projects}/jobs`,
      operation: 'load',
      mostBytes: mostUploadedBytes,
      answer: signedIn(beginLoad),
    },
    {
      method: 'PUT',
      path: `/upload${projects}/jobs`,
      operation: 'load',
      mostBytes: mostUploadedBytes,
      answer: signedIn(continueUpload),
    },
    {
      method: 'GET',
      path: `${projects}/jobs`,
      operation: 'jobs.list',
      answer: signedIn(listJobs),
    },
    { method: 'GET', path: job, operation: 'jobs.get', answer: signedIn(getJob) },
    {
      method: 'POST',
      path: `${job}/cancel`,
      operation: 'jobs.cancel',
      answer: signedIn(cancelJob),
    },
    {
      method: 'POST',
      path: `${projects}/queries`,
      operation: jobOperation('jobs.query'),
      answer: signedIn(query),
    },
    {
      method: 'GET',
      path: `${projects}/queries/{job}`,
      operation: 'jobs.getQueryResults',
      answer: signedIn(getQueryResults),
    },
  ];
}

type SignedIn = (google: Google, call: Call, caller: Caller) => Answer | Promise<Answer>;

function forBigQuery(google: Google, answer: SignedIn): Route['answer'] {
  return {
    signedIn: async (call, caller) => {
      requireScope(caller, bigqueryScopes, 'bigquery.googleapis.com');
      const mask = maskOf(call);
      const answered = await answer(google, call, caller);
      return { ...answered, body: masked(answered.body, mask) };
    },
  };
}

/** Of every method a part of the answer may be asked for; what is no such part is refused before anything is done. */
function maskOf({ query }: Call): Mask {
  const fields = query.get('fields') ?? '';
  const mask = fields === '' ? true : readMask(fields);
  if (!mask) throw invalid(`Invalid field selection ${fields}`, 'invalidParameter');
  return mask;
}

/** A dry run is an operation of its own, by whichever method it comes. */
function jobOperation(name: string): (call: Call) => string {
  return ({ body }) => {
    const asked = dryRun.safeParse(jsonOf(body));
    const dry = asked.data?.dryRun ?? asked.data?.configuration?.dryRun;
    return dry === true ? 'jobs.insert.dryRun' : name;
  };
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined; // the method itself refuses it
  }
}
