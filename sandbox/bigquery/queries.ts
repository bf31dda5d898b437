import { type Answer, type Call, numberIn, readJson } from '../http/call.ts';
import type { Caller } from '../identity/accounts.ts';
import { type DirectQuery, directQuery } from './asked-query.ts';
import { timestampFormat } from './cell.ts';
import type { Google } from './google.ts';
import type { Job } from './job.ts';
import { queryAnswer } from './query-answer.ts';
import { type AskedJob, planJob, startQuery } from './start-query.ts';

const kinds = {
  query: 'bigquery#queryResponse',
  results: 'bigquery#getQueryResultsResponse',
} as const;
const longestWaitMs = 200_000;

/** jobs.query: runs, and answers with the rows if they come within `timeoutMs`. */
export async function query(google: Google, call: Call, caller: Caller): Promise<Answer> {
  const asked = readJson(call, directQuery);
  const job = jobOf(asked, call.part('project'), caller);
  if (asked.dryRun) return dryRun(google, job);
  const started = await onceARequest(google, asked, job);
  // Where a test waits for the job to be asked about, the job has to be there to be asked about.
  const watched = ['jobs.get', 'jobs.getQueryResults'].some((name) => google.faults.waitsFor(name));
  await within(watched ? 0 : asked.timeoutMs, started);
  if (watched) return { body: stillRunning(started) };
  const { useInt64Timestamp = false, timestampOutputFormat } = asked.formatOptions;
  return queryAnswer(started, kinds.query, {
    maxResults: asked.maxResults,
    format: timestampFormat(useInt64Timestamp, timestampOutputFormat),
  });
}

export async function getQueryResults(
  google: Google,
  { query: wanted, part }: Call,
  caller: Caller,
): Promise<Answer> {
  const name = { project: part('project'), jobId: part('job'), location: wanted.get('location') };
  const job = google.jobs.find(name, caller);
  await within(numberIn(wanted, 'timeoutMs') ?? 10_000, job);
  const format = timestampFormat(
    wanted.get('formatOptions.useInt64Timestamp') === 'true',
    wanted.get('formatOptions.timestampOutputFormat'),
  );
  return queryAnswer(job, kinds.results, {
    maxResults: numberIn(wanted, 'maxResults'),
    pageToken: wanted.get('pageToken'),
    startIndex: numberIn(wanted, 'startIndex'),
    format,
  });
}

async function dryRun(google: Google, asked: AskedJob): Promise<Answer> {
  const { fields, bytesProcessed, location = 'US' } = await planJob(google, asked);
  return {
    body: {
      kind: kinds.query,
      schema: { fields },
      jobReference: { projectId: asked.project, location },
      location,
      totalBytesProcessed: String(bytesProcessed),
      jobComplete: true,
      cacheHit: false,
    },
  };
}

/** A request that is sent again with its id gets the same job, not a second one. */
async function onceARequest(
  google: Google,
  { requestId }: DirectQuery,
  job: AskedJob,
): Promise<Job> {
  if (requestId === undefined) return startQuery(google, job);
  const key = JSON.stringify([job.caller.email, job.project, requestId]);
  const known = google.queryRequests.get(key);
  if (known) return known;
  const started = startQuery(google, job);
  google.queryRequests.set(key, started);
  started.catch(() => google.queryRequests.delete(key));
  const [oldest] = google.queryRequests.keys();
  if (google.queryRequests.size > 1000 && oldest !== undefined) google.queryRequests.delete(oldest);
  return started;
}

function jobOf(asked: DirectQuery, project: string, caller: Caller): AskedJob {
  const { location, labels, jobTimeoutMs, ...settings } = asked;
  return {
    project,
    location,
    timeoutMs: jobTimeoutMs,
    settings,
    caller,
    configuration: {
      jobType: 'QUERY',
      ...(labels && { labels }),
      ...(jobTimeoutMs !== undefined && { jobTimeoutMs: String(jobTimeoutMs) }),
      query: queryConfiguration(settings),
    },
  };
}

export function queryConfiguration(settings: AskedJob['settings']): object {
  const {
    query: sql,
    maximumBytesBilled,
    useQueryCache,
    defaultDataset,
    queryParameters,
  } = settings;
  return {
    query: sql,
    useLegacySql: false,
    useQueryCache,
    priority: 'INTERACTIVE',
    ...(maximumBytesBilled !== undefined && { maximumBytesBilled: String(maximumBytesBilled) }),
    ...(defaultDataset && { defaultDataset }),
    ...(queryParameters.length > 0 && { queryParameters }),
  };
}

function stillRunning({ project, jobId, location }: Job): object {
  const jobReference = { projectId: project, jobId, location };
  return { kind: kinds.query, jobReference, jobComplete: false };
}

async function within(milliseconds: number, { done }: Job): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(milliseconds, longestWaitMs));
  });
  await Promise.race([done, patience]);
  clearTimeout(timer);
}
