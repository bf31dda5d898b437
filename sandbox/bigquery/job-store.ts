import { randomBytes } from 'node:crypto';
import { accessDenied, notFound, refused } from '../http/google-refusal.ts';
import type { Access } from '../iam/access.ts';
import type { Caller } from '../identity/accounts.ts';
import type { Job } from './job.ts';
import { Cancelled, jobErrorOf, longestJobMs } from './job-failure.ts';

export interface JobStore {
  /** Begins a job and keeps it. `work` is told when nobody wants it any more. */
  begin(started: StartedJob, work: (signal: AbortSignal) => Promise<Job['outcome']>): Job;
  /** Refuses with "Not found: Job" where there is none of that name in that place. */
  find(wanted: WantedJob, caller: Caller): Job;
  /** All of the project, the latest first. */
  list(project: string): Job[];
}

export interface StartedJob {
  project: string;
  jobId?: string | undefined;
  location: string;
  email: string;
  configuration: object;
  timeoutMs?: number | undefined;
}

export interface WantedJob {
  project: string;
  jobId: string;
  location?: string | null;
}

const mostJobs = 2000;

export function createJobStore(access: Access, now: () => Date): JobStore {
  const jobs = new Map<string, Job>();
  const keyOf = ({
    project,
    jobId,
    location,
  }: {
    project: string;
    jobId: string;
    location: string;
  }) => JSON.stringify([project, location, jobId]);

  return {
    begin({ jobId = newJobId(), timeoutMs, ...started }, work) {
      if (!/^[\w-]{1,1024}$/.test(jobId))
        throw refused({
          code: 400,
          reason: 'invalid',
          message: `Invalid job ID "${jobId.slice(0, 100)}".`,
        });
      const key = keyOf({ ...started, jobId });
      if (jobs.has(key)) {
        const message = `Already Exists: Job ${started.project}:${started.location}.${jobId}`;
        throw refused({ code: 409, reason: 'duplicate', message });
      }
      const ended = new AbortController();
      const signals = [
        ended.signal,
        AbortSignal.timeout(Math.min(timeoutMs ?? longestJobMs, longestJobMs)),
      ];
      const job: Job = {
        ...started,
        jobId,
        createdAt: now(),
        done: Promise.resolve(),
        cancel: () => {
          ended.abort(new Cancelled());
        },
      };
      job.done = work(AbortSignal.any(signals))
        .then((outcome) => {
          if (outcome) job.outcome = outcome;
        })
        .catch((error: unknown) => {
          job.error = jobErrorOf(error, timeoutMs);
        })
        .finally(() => {
          job.endedAt = now();
        });
      jobs.set(key, job);
      const [oldest] = jobs.keys();
      if (jobs.size > mostJobs && oldest !== undefined) jobs.delete(oldest);
      return job;
    },
    find({ project, jobId, location }, { email }) {
      const places = location ? [location.toUpperCase()] : ['US', 'EU'];
      const found = places
        .map((place) => jobs.get(keyOf({ project, jobId, location: place })))
        .find((job) => job !== undefined);
      if (!found) throw notFound(`Job ${project}:${location ? `${location}.` : ''}${jobId}`);
      if (found.email !== email && !access.may(email, 'bigquery.jobs.get', { project })) {
        const name = `${project}:${found.location}.${jobId}`;
        throw accessDenied(
          `Job ${name}: User does not have bigquery.jobs.get permission for job ${name}.`,
        );
      }
      return found;
    },
    list: (wanted) => [...jobs.values()].filter(({ project }) => project === wanted).toReversed(),
  };
}

function newJobId(): string {
  return `job_${randomBytes(21).toString('base64url')}`;
}
