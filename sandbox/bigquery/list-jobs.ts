import { type Answer, type Call, numberIn } from '../http/call.ts';
import { accessDenied } from '../http/google-refusal.ts';
import type { Caller } from '../identity/accounts.ts';
import { etagOf } from './etag.ts';
import type { Google } from './google.ts';
import { jobListItem } from './job-resource.ts';
import { isDone } from './job.ts';
import { pageOf } from './page.ts';
import { openProject } from './project-gate.ts';

const mostJobs = 1000;

/** The caller's own jobs, the latest first; everybody's for who may list them. */
export function listJobs({ world, access, jobs }: Google, call: Call, caller: Caller): Answer {
  const { project } = openProject(world, call.part('project'));
  const allUsers = call.query.get('allUsers') === 'true';
  const permission = allUsers ? 'bigquery.jobs.listAll' : 'bigquery.jobs.create';
  if (!access.may(caller.email, permission, { project })) {
    throw accessDenied(
      `Project ${project}: User does not have ${permission} permission in project ${project}.`,
    );
  }
  const states = call.query.getAll('stateFilter').map((state) => state.toLowerCase());
  const found = jobs
    .list(project)
    .filter(({ email }) => allUsers || email === caller.email)
    .filter((job) => states.length === 0 || states.includes(isDone(job) ? 'done' : 'running'));
  const { items, nextPageToken } = pageOf(found, `jobs ${project} ${caller.email}`, {
    maxResults: Math.min(numberIn(call.query, 'maxResults') ?? mostJobs, mostJobs),
    pageToken: call.query.get('pageToken'),
  });
  const listed = items.map(jobListItem);
  return {
    body: {
      kind: 'bigquery#jobList',
      etag: etagOf(listed),
      ...(nextPageToken !== undefined && { nextPageToken }),
      jobs: listed,
    },
  };
}
