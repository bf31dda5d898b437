import type { Answer } from '../../ports/answer.ts';
import type { Load, LoadJob } from '../../ports/warehouse.ts';
import { type JobAnswer, readJob, readLoadJob } from './job-answers.ts';
import type { Asking } from './run-query.ts';

const jobTimeoutMs = 20_000;

/**
 * A load job by upload, as exports are (https://cloud.google.com/bigquery/docs/batch-loading-data). The job's id is ours:
 * where it is sent twice, because the first answer was lost, Google has one job of that id and says so.
 */
export async function loadRows(
  { ask, project }: Asking,
  labels: Record<string, string>,
  { table, columns, row, jobId }: Load,
): Promise<Answer<LoadJob>> {
  const { project: projectId, dataset: datasetId, table: tableId } = table;
  const metadata = {
    jobReference: { projectId: project, jobId },
    configuration: {
      labels,
      jobTimeoutMs: String(jobTimeoutMs),
      load: {
        destinationTable: { projectId, datasetId, tableId },
        schema: { fields: columns },
        sourceFormat: 'NEWLINE_DELIMITED_JSON',
        createDisposition: 'CREATE_IF_NEEDED',
        writeDisposition: 'WRITE_APPEND',
      },
    },
  };
  const answer = await ask(
    'load',
    {
      method: 'POST',
      project,
      uri: `/upload/bigquery/v2/projects/${encodeURIComponent(project)}/jobs`,
      upload: { metadata, media: `${JSON.stringify(row)}\n` },
      lasts: 'once-begun',
    },
    readJob,
  );
  if ('refusal' in answer) {
    const { refusal } = answer;
    const known = refusal.kind === 'http' && refusal.httpStatus === 409;
    return known ? { value: { jobId, done: false } } : answer;
  }
  return stateOf(answer.value, 'load');
}

export async function loadJobOf({ ask, project }: Asking, job: LoadJob): Promise<Answer<LoadJob>> {
  const uri = `/jobs/${encodeURIComponent(job.jobId)}`;
  const answer = await ask('jobs.get', { project, uri, qs: { location: job.location } }, readJob);
  return 'refusal' in answer ? answer : stateOf(answer.value, 'jobs.get');
}

function stateOf(answered: JobAnswer, operation: 'load' | 'jobs.get'): Answer<LoadJob> {
  if (answered.status.errorResult)
    return { refusal: { kind: 'http', operation: 'load', httpStatus: 200, body: answered } };
  const value = readLoadJob(answered);
  return value ? { value } : { refusal: { kind: 'transport', operation, fault: 'unreadable' } };
}
