import type { Faults } from '../faults/faults.ts';
import type { Access } from '../iam/access.ts';
import type { QueryEngine } from '../query/query-engine.ts';
import type { World } from '../world/world.ts';
import type { Job } from './job.ts';
import type { JobStore } from './job-store.ts';
import type { ResultCache } from './result-cache.ts';
import type { UploadSessions } from './upload-sessions.ts';

/** What the methods of BigQuery work on. */
export interface Google {
  world: World;
  access: Access;
  queries: QueryEngine;
  jobs: JobStore;
  results: ResultCache;
  uploads: UploadSessions;
  /** Queries by their request ids. */
  queryRequests: Map<string, Promise<Job>>;
  faults: Faults;
  /** Accounts whose custom quota of the day is used up. */
  quotaUsedUp: ReadonlySet<string>;
  now: () => Date;
}
