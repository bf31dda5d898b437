import * as z from 'zod';
import { deleteTable, getTable, listTables } from './bigquery/tables.ts';
import { getDataset, listDatasets } from './bigquery/datasets.ts';
import type { Google } from './bigquery/google.ts';
import { insertTable } from './bigquery/insert-table.ts';
import { cancelJob, getJob, insertJob } from './bigquery/jobs.ts';
import { listTableData } from './bigquery/list-table-data.ts';
import { insertLoadJob } from './bigquery/load.ts';
import { getQueryResults, query } from './bigquery/queries.ts';
import { addFault, forgetFaults, listFaults } from './faults/fault-switch.ts';
import type { Answer, Call } from './http/call.ts';
import type { Route } from './http/route.ts';
import { testProjectPermissions, testTablePermissions } from './iam/test-permissions.ts';
import type { Accounts, Caller } from './identity/accounts.ts';
import type { AccessTokens } from './identity/access-tokens.ts';
import { publishedCertificates } from './identity/published-certificates.ts';
import { bigqueryScopes, requireScope } from './identity/scopes.ts';
import { grantToken } from './identity/token-endpoint.ts';
import type { RequestLog } from './requests/request-log.ts';

export interface Sandboxed {
  google: Google;
  accounts: Accounts;
  tokens: AccessTokens;
  requests: RequestLog;
}

const mostUploadedBytes = 10 * 1024 ** 2;
const dryRun = z.object({
  dryRun: z.boolean().optional(),
  configuration: z.object({ dryRun: z.boolean().optional() }).optional(),
});

/** Every path of Google's that the sandbox answers, and its own switches. */
export function routes({ google, accounts, tokens, requests }: Sandboxed): Route[] {
  return [
    ...identityRoutes(google, accounts, tokens),
    ...bigqueryRoutes(google),
    { method: 'POST', path: '/faults', answer: open((call) => addFault(google.faults, call)) },
    { method: 'GET', path: '/faults', answer: open(() => listFaults(google.faults)) },
    { method: 'DELETE', path: '/faults', answer: open(() => forgetFaults(google.faults)) },
    {
      method: 'GET',
      path: '/requests',
      answer: open(() => ({ body: { requests: requests.list() } })),
    },
    {
      method: 'DELETE',
      path: '/requests',
      answer: open(() => {
        requests.clear();
        return { status: 204 };
      }),
    },
  ];
}

function identityRoutes(google: Google, accounts: Accounts, tokens: AccessTokens): Route[] {
  const { now } = google;
  const project = '/projects/{project}:testIamPermissions';
  const permissions: Pick<Route, 'method' | 'operation' | 'answer'> = {
    method: 'POST',
    operation: 'testIamPermissions',
    answer: { signedIn: (call, caller) => testProjectPermissions(google, call, caller) },
  };
  return [
    {
      method: 'POST',
      path: '/token',
      operation: 'token',
      answer: open(({ body }) => ({
        body: grantToken(new URLSearchParams(body.toString()), { accounts, tokens, now }),
      })),
    },
    {
      method: 'GET',
      path: '/robot/v1/metadata/x509/{email}',
      operation: 'certificates',
      answer: open(({ part }) => ({ body: publishedCertificates(accounts, part('email')) })),
    },
    { ...permissions, path: `/v1${project}` },
    { ...permissions, path: `/v3${project}` },
  ];
}

function bigqueryRoutes(google: Google): Route[] {
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
      answer: signedIn(insertLoadJob),
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
    signedIn: (call, caller) => {
      requireScope(caller, bigqueryScopes, 'bigquery.googleapis.com');
      return answer(google, call, caller);
    },
  };
}

function open(answer: (call: Call) => Answer): Route['answer'] {
  return { open: answer };
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
