import type { Answer } from '../../ports/answer.ts';
import type { JobName } from './job-answers.ts';
import type { Asking } from './run-query.ts';

/** Google is asked to end the job; what it answers changes nothing. https://cloud.google.com/bigquery/docs/reference/rest/v2/jobs/cancel */
export async function cancelJob(
  { ask, project }: Pick<Asking, 'ask' | 'project'>,
  { jobId, location }: JobName,
): Promise<Answer<never>> {
  const uri = `/jobs/${encodeURIComponent(jobId)}/cancel`;
  const call = { method: 'POST', project, uri, qs: { location }, lasts: 'always' } as const;
  await ask('jobs.cancel', call, () => true);
  return { refusal: { kind: 'transport', operation: 'jobs.cancel', fault: 'stopped' } };
}
