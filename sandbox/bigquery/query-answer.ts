import type { Answer } from '../http/call.ts';
import { invalid, refused } from '../http/google-refusal.ts';
import { restRow, type TimestampFormat } from './cell.ts';
import { etagOf } from './etag.ts';
import { isDone, type Job, type JobError, type QueryOutcome } from './job.ts';
import { pageOf } from './page.ts';

export interface WantedRows {
  maxResults?: number | undefined;
  pageToken?: string | null;
  startIndex?: number | undefined;
  format: TimestampFormat;
}

/** Google answers about ten megabytes at a time; that many rows are less. */
const mostRows = 50_000;

/** jobs.query tells what jobs.getQueryResults leaves to jobs.get: where and when the job ran, and what it cost. */
export type ResponseKind = 'bigquery#queryResponse' | 'bigquery#getQueryResultsResponse';

/** The rows of a job as jobs.query and jobs.getQueryResults answer them; of a failed one its error as an HTTP status. */
export function queryAnswer(job: Job, kind: ResponseKind, wanted: WantedRows): Answer {
  const { project, jobId, location, outcome, error } = job;
  const jobReference = { projectId: project, jobId, location };
  if (error) throw refusalOf(error);
  if (!isDone(job)) return { body: { kind, jobReference, jobComplete: false } };
  if (outcome?.type !== 'query')
    throw invalid(`Job ${project}:${location}.${jobId} is not a query job`);
  const told =
    kind === 'bigquery#queryResponse' ? runOf(job, outcome) : { etag: etagOf([project, jobId]) };
  return {
    body: { kind, ...told, ...resultOf(job, outcome, wanted), jobReference, jobComplete: true },
  };
}

function runOf({ location, createdAt, endedAt }: Job, { bytesBilled }: QueryOutcome): object {
  const created = String(createdAt.getTime());
  return {
    location,
    creationTime: created,
    startTime: created,
    ...(endedAt && { endTime: String(endedAt.getTime()) }),
    totalBytesBilled: String(bytesBilled),
    totalSlotMs: '20',
  };
}

function resultOf(
  { project, jobId, location }: Job,
  { fields, rows, bytesProcessed, cacheHit }: QueryOutcome,
  { maxResults, pageToken, startIndex, format }: WantedRows,
): object {
  const { items, nextPageToken } = pageOf(rows, `results ${project}:${location}.${jobId}`, {
    maxResults: Math.min(maxResults ?? mostRows, mostRows),
    pageToken: pageToken ?? null,
    startIndex,
  });
  return {
    schema: { fields },
    totalRows: String(rows.length),
    ...(nextPageToken !== undefined && { pageToken: nextPageToken }),
    ...(items.length > 0 && { rows: items.map((row) => restRow(fields, row, format)) }),
    totalBytesProcessed: String(bytesProcessed),
    cacheHit,
  };
}

const codes: Record<string, number> = {
  accessDenied: 403,
  quotaExceeded: 403,
  notFound: 404,
  jobInternalError: 500,
};

function refusalOf({ reason, message }: JobError) {
  return refused({ code: codes[reason] ?? 400, reason, message });
}
