import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Google } from './bigquery/google.ts';
import { createJobStore } from './bigquery/job-store.ts';
import { createResultCache } from './bigquery/result-cache.ts';
import { createUploadSessions } from './bigquery/upload-sessions.ts';
import { rememberReadings } from './engine/remember-readings.ts';
import { createSqlEngine } from './engine/sql-engine.ts';
import { createFaults } from './faults/faults.ts';
import { answerRequest } from './http/answer-request.ts';
import { type AdministeredAccess, createAccess } from './iam/access.ts';
import { createAccessTokens } from './identity/access-tokens.ts';
import type { Accounts } from './identity/accounts.ts';
import { createQueryEngine } from './query/query-engine.ts';
import { createRequestLog } from './requests/request-log.ts';
import { routes } from './routes.ts';
import { accountsOf } from './sample-keys/accounts-of.ts';
import { keyRing } from './sample-keys/key-ring.ts';
import { writeSampleKeys } from './sample-keys/write-sample-keys.ts';
import { grants, quotaUsedUp } from './sample-keys.ts';
import { acme } from './world/acme.ts';
import { createWorld, type World } from './world/world.ts';

export interface Sandbox {
  /** Answers one request; paths begin at Google's root, whatever folder the sandbox is mounted under. */
  handle(httpRequest: IncomingMessage, httpResponse: ServerResponse): void;
  /** Where the sample keys lie. */
  keysFolder: string;
  /** What may be changed while it runs, as its owners change things at Google: data, rights, keys. */
  world: World;
  access: AdministeredAccess;
  accounts: Accounts;
  /** Ends the SQL engine's process too. */
  close(): Promise<void>;
}

export interface SandboxOptions {
  stateFolder: string;
  now?: () => Date;
  rowsOfLargestTable?: number;
}

/** A stand-in for Google: it signs in, holds data, answers queries, and denies. */
export async function startSandbox({
  stateFolder,
  now = () => new Date(),
  rowsOfLargestTable = 20_000,
}: SandboxOptions): Promise<Sandbox> {
  const keysFolder = join(stateFolder, 'keys');
  const ring = await keyRing(stateFolder);
  await writeSampleKeys(keysFolder, ring);
  const engine = rememberReadings(createSqlEngine()); // once nothing can fail any more that would leave its process behind
  const accounts = accountsOf(ring, now());
  const world = createWorld(acme(now(), rowsOfLargestTable), now);
  const access = createAccess(grants);
  const faults = createFaults();
  const tokens = createAccessTokens(accounts, now);
  const requests = createRequestLog();
  const google: Google = {
    world,
    access,
    faults,
    now,
    quotaUsedUp,
    queries: createQueryEngine(engine, { world, access }),
    jobs: createJobStore(access, now),
    results: createResultCache(),
    uploads: createUploadSessions(),
    queryRequests: new Map(),
  };
  const front = {
    routes: routes({ google, accounts, tokens, requests }),
    faults,
    requests,
    tokens,
    now,
  };
  return {
    handle(httpRequest, httpResponse) {
      void answerRequest(front, httpRequest, httpResponse);
    },
    keysFolder,
    world,
    access,
    accounts,
    async close() {
      faults.clear();
      await engine.close();
    },
  };
}
