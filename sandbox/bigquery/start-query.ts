import { accessDenied, refused } from '../http/google-refusal.ts';
import type { Caller } from '../identity/accounts.ts';
import type { PlannedQuery } from '../query/query-engine.ts';
import { type QuerySettings, requireGoogleSql } from './asked-query.ts';
import { bytesBilled } from './bytes-billed.ts';
import type { Google } from './google.ts';
import { JobFailure } from './job-failure.ts';
import type { Job, QueryOutcome } from './job.ts';
import { openProject, requireBilling } from './project-gate.ts';

export interface AskedJob {
  project: string;
  jobId?: string | undefined;
  location?: string | undefined;
  timeoutMs?: number | undefined;
  settings: QuerySettings;
  configuration: object;
  caller: Caller;
}

/** What a dry run tells: all but the rows. Refuses what BigQuery refuses before it makes a job. */
export async function planJob(google: Google, asked: AskedJob): Promise<PlannedQuery> {
  const { project, settings, caller } = asked;
  requireJobs(google, project, caller);
  requireGoogleSql(settings);
  const { defaultDataset } = settings;
  const location = asked.location?.toUpperCase();
  return google.queries.plan({
    sql: settings.query,
    defaults: {
      project: defaultDataset?.projectId ?? project,
      ...(defaultDataset && { dataset: defaultDataset.datasetId }),
    },
    parameters: settings.queryParameters,
    reader: { caller, ...(location !== undefined && location !== '' && { location }) },
  });
}

export async function startQuery(google: Google, asked: AskedJob): Promise<Job> {
  const planned = await planJob(google, asked);
  if (google.quotaUsedUp.has(asked.caller.email)) throw quotaExceeded();
  const { project, jobId, timeoutMs, caller, configuration } = asked;
  const started = {
    project,
    jobId,
    timeoutMs,
    configuration,
    email: caller.email,
    location: planned.location ?? 'US',
  };
  return google.jobs.begin(started, (signal) => work(google, asked, planned, signal));
}

async function work(
  google: Google,
  { settings, caller, project }: AskedJob,
  planned: PlannedQuery,
  signal: AbortSignal,
): Promise<QueryOutcome> {
  const { fields, referenced, bytesProcessed, tables } = planned;
  const cached = settings.useQueryCache
    ? google.results.find(planned, { caller, project })
    : undefined;
  const told = { type: 'query' as const, fields, referenced };
  if (cached) return { ...told, rows: cached, bytesProcessed: 0, bytesBilled: 0, cacheHit: true };
  const billed = bytesBilled(bytesProcessed, tables);
  const limit = settings.maximumBytesBilled;
  if (limit !== undefined && billed > limit) {
    throw new JobFailure({
      reason: 'bytesBilledLimitExceeded',
      message: `Query exceeded limit for bytes billed: ${String(limit)}. ${String(billed)} or higher required.`,
    });
  }
  const rows = await google.queries.run(planned, signal);
  google.results.keep(planned, { caller, project }, rows);
  return { ...told, rows, bytesProcessed, bytesBilled: billed, cacheHit: false };
}

/** The project is open, the caller may run jobs in it, and somebody pays for them. */
export function requireJobs({ world, access }: Google, id: string, { email }: Caller): void {
  const project = openProject(world, id);
  if (!access.may(email, 'bigquery.jobs.create', { project: id })) {
    throw accessDenied(
      `Project ${id}: User does not have bigquery.jobs.create permission in project ${id}.`,
    );
  }
  requireBilling(project);
}

function quotaExceeded() {
  return refused({
    code: 403,
    reason: 'quotaExceeded',
    message:
      'Custom quota exceeded: Your usage exceeded the custom quota for QueryUsagePerUserPerDay, which is set by your administrator. For more information, see https://cloud.google.com/bigquery/cost-controls',
  });
}
