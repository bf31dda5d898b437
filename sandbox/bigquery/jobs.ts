import { type Answer, type Call, readJson } from '../http/call.ts';
import { invalid } from '../http/google-refusal.ts';
import type { Caller } from '../identity/accounts.ts';
import { type InsertedJob, insertedJob } from './asked-query.ts';
import type { Google } from './google.ts';
import { jobResource, queryStatistics } from './job-resource.ts';
import { queryConfiguration } from './queries.ts';
import { type AskedJob, planJob, startQuery } from './start-query.ts';

/** jobs.insert of a query; its rows are fetched by jobs.getQueryResults. */
export async function insertJob(google: Google, call: Call, caller: Caller): Promise<Answer> {
  const inserted = readJson(call, insertedJob);
  const asked = askedJob(inserted, call.part('project'), caller);
  if (inserted.configuration.dryRun) return { body: await dryRun(google, asked) };
  return { body: jobResource(await startQuery(google, asked)) };
}

export function getJob(google: Google, call: Call, caller: Caller): Answer {
  return { body: jobResource(google.jobs.find(nameOf(call), caller)) };
}

export async function cancelJob(google: Google, call: Call, caller: Caller): Promise<Answer> {
  const job = google.jobs.find(nameOf(call), caller);
  job.cancel();
  await job.done;
  return { body: { kind: 'bigquery#jobCancelResponse', job: jobResource(job) } };
}

function nameOf({ part, query }: Call) {
  return { project: part('project'), jobId: part('job'), location: query.get('location') };
}

function askedJob(
  { jobReference, configuration }: InsertedJob,
  project: string,
  caller: Caller,
): AskedJob {
  const { query: settings, labels, jobTimeoutMs } = configuration;
  if (!settings) {
    throw invalid(
      'Job configuration must contain exactly one job-specific configuration object (e.g., query, load, extract, copy, etc.). The sandbox takes query, and load as an upload.',
    );
  }
  return {
    project,
    jobId: jobReference.jobId,
    location: jobReference.location,
    timeoutMs: jobTimeoutMs,
    settings,
    caller,
    configuration: {
      jobType: 'QUERY',
      ...(configuration.dryRun && { dryRun: true }),
      ...(labels && { labels }),
      ...(jobTimeoutMs !== undefined && { jobTimeoutMs: String(jobTimeoutMs) }),
      query: queryConfiguration(settings),
    },
  };
}

/** A job that never was: it has no id, costs nothing, and is done. */
async function dryRun(google: Google, asked: AskedJob): Promise<object> {
  const planned = await planJob(google, asked);
  const { location = 'US', fields, referenced, bytesProcessed } = planned;
  const told = {
    type: 'query' as const,
    fields,
    referenced,
    bytesProcessed,
    bytesBilled: 0,
    cacheHit: false,
  };
  const created = String(google.now().getTime());
  return {
    kind: 'bigquery#job',
    id: `${asked.project}:${location}.`,
    user_email: asked.caller.email,
    configuration: asked.configuration,
    jobReference: { projectId: asked.project, location },
    statistics: { creationTime: created, ...queryStatistics(told) },
    status: { state: 'DONE' },
  };
}
