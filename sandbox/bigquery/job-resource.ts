import { etagOf, selfLink } from './etag.ts';
import { isDone, type Job, type LoadOutcome, type QueryOutcome } from './job.ts';
import { referenceOf } from './table-resource.ts';

/** https://cloud.google.com/bigquery/docs/reference/rest/v2/Job */
export function jobResource(job: Job): object {
  const { project, jobId, location } = job;
  return {
    ...describedJob(job),
    etag: etagOf([jobId, statusOf(job)]),
    selfLink: selfLink(`projects/${project}/jobs/${jobId}?location=${location}`),
  };
}

/** As jobs.list has it. */
export function jobListItem(job: Job): object {
  return {
    ...describedJob(job),
    state: statusOf(job).state,
    ...(job.error && { errorResult: job.error }),
  };
}

function describedJob(job: Job): object {
  const { project, jobId, location, email, configuration } = job;
  return {
    kind: 'bigquery#job',
    id: `${project}:${location}.${jobId}`,
    user_email: email,
    configuration,
    jobReference: { projectId: project, jobId, location },
    statistics: statisticsOf(job),
    status: statusOf(job),
  };
}

function statusOf(job: Job) {
  const { error } = job;
  return {
    state: isDone(job) ? 'DONE' : 'RUNNING',
    ...(error && { errorResult: error, errors: [error] }),
  };
}

function statisticsOf({ createdAt, endedAt, outcome }: Job): object {
  const created = String(createdAt.getTime());
  return {
    creationTime: created,
    startTime: created,
    ...(endedAt && { endTime: String(endedAt.getTime()) }),
    ...(outcome?.type === 'query' && queryStatistics(outcome)),
    ...(outcome?.type === 'load' && loadStatistics(outcome)),
  };
}

export function queryStatistics(outcome: Omit<QueryOutcome, 'rows'>): object {
  const bytesProcessed = String(outcome.bytesProcessed);
  return {
    totalBytesProcessed: bytesProcessed,
    query: {
      totalBytesProcessed: bytesProcessed,
      totalBytesBilled: String(outcome.bytesBilled),
      cacheHit: outcome.cacheHit,
      statementType: 'SELECT',
      billingTier: 1,
      totalSlotMs: '20',
      ...(outcome.referenced.length > 0 && {
        referencedTables: outcome.referenced.map(referenceOf),
      }),
      schema: { fields: outcome.fields },
    },
  };
}

function loadStatistics({ inputFileBytes, outputRows, outputBytes }: LoadOutcome): object {
  return {
    load: {
      inputFiles: '1',
      inputFileBytes: String(inputFileBytes),
      outputRows: String(outputRows),
      outputBytes: String(outputBytes),
      badRecords: '0',
    },
  };
}
