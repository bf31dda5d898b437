import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Answer } from '../../ports/answer.ts';
import type { Query, QueryResult } from '../../ports/warehouse.ts';
import type { AskBigQuery } from './bigquery-calls.ts';
import { readJob, readQueryAnswer, resultOf } from './job-answers.ts';

const jobTimeoutMs = 20_000;
/** How long jobs.query waits for the rows before it answers that the job is still running. */
const answerWithinMs = 8_000;
const pollMs = 500;

/** Rows in one round trip where the query ends soon; else its job is watched. One that nobody waits for ends by its time limit. */
export async function runQuery(
  ask: AskBigQuery,
  project: string,
  labels: Record<string, string>,
  { sql, location, maximumBytesBilled }: Query & { maximumBytesBilled: number },
  signal: AbortSignal,
): Promise<Answer<QueryResult>> {
  const answer = await ask(
    'jobs.query',
    {
      method: 'POST',
      project,
      uri: '/queries',
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
  return watch(ask, project, jobReference, signal);
}

async function watch(
  ask: AskBigQuery,
  project: string,
  { jobId, location }: { jobId: string; location?: string | undefined },
  signal: AbortSignal,
): Promise<Answer<QueryResult>> {
  const qs = { location };
  const uri = encodeURIComponent(jobId);
  for (;;) {
    const answer = await ask('jobs.get', { project, uri: `/jobs/${uri}`, qs }, readJob);
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
    if (signal.aborted)
      return { refusal: { kind: 'transport', operation: 'jobs.get', fault: 'stopped' } };
  }
}
