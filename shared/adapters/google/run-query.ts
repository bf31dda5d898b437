import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Answer } from '../../ports/answer.ts';
import type { Query, QueryResult } from '../../ports/warehouse.ts';
import type { AskBigQuery } from './bigquery-calls.ts';
import { cancelJob } from './cancel-job.ts';
import { type JobName, readJob, readQueryAnswer, resultOf } from './job-answers.ts';

const jobTimeoutMs = 20_000;
/** So soon jobs.query answers, with rows or without: until then nobody knows the job's id and could cancel it. */
const answerWithinMs = 2_000;
const pollMs = 500;

export interface Asking {
  ask: AskBigQuery;
  project: string;
  signal: AbortSignal;
}

/** Rows in one round trip where the query ends soon; else its job is watched, and cancelled when nobody waits any more. */
export async function runQuery(
  asking: Asking,
  labels: Record<string, string>,
  { sql, location, maximumBytesBilled }: Query & { maximumBytesBilled: number },
): Promise<Answer<QueryResult>> {
  const { ask, project } = asking;
  const answer = await ask(
    'jobs.query',
    {
      method: 'POST',
      project,
      uri: '/queries',
      lasts: 'once-begun',
      json: {
        query: sql,
        location,
        labels,
        useLegacySql: false,
        useQueryCache: true,
        requestId: randomUUID(),
        maximumBytesBilled: String(maximumBytesBilled),
        jobTimeoutMs: String(jobTimeoutMs),
        timeoutMs: answerWithinMs,
        formatOptions: { useInt64Timestamp: true },
      },
    },
    readQueryAnswer,
  );
  if ('refusal' in answer) return answer;
  if (answer.value.jobComplete) return { value: resultOf(answer.value) };
  const { jobReference } = answer.value;
  if (!jobReference)
    return { refusal: { kind: 'transport', operation: 'jobs.query', fault: 'unreadable' } };
  return watch(asking, jobReference);
}

async function watch(asking: Asking, job: JobName): Promise<Answer<QueryResult>> {
  const { ask, project, signal } = asking;
  const qs = { location: job.location };
  const uri = encodeURIComponent(job.jobId);
  for (;;) {
    const answer = await ask('jobs.get', { project, uri: `/jobs/${uri}`, qs }, readJob);
    if (signal.aborted) return cancelJob(asking, job);
    if ('refusal' in answer) return answer;
    const { status, statistics } = answer.value;
    if (status.errorResult) {
      return {
        refusal: { kind: 'http', operation: 'jobs.get', httpStatus: 200, body: answer.value },
      };
    }
    if (status.state === 'DONE') {
      const rows = await ask(
        'jobs.getQueryResults',
        { project, uri: `/queries/${uri}`, qs },
        readQueryAnswer,
      );
      if ('refusal' in rows) return rows;
      return { value: resultOf(rows.value, statistics?.query?.totalBytesBilled) };
    }
    await setTimeout(pollMs, undefined, { signal }).catch(() => undefined);
  }
}
