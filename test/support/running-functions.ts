import { randomBytes } from 'node:crypto';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import { localKeyVault } from '../../shared/adapters/local/local-key-vault.ts';
import { sealingKeyOf } from './sealing-key-of.ts';
import { serve } from '../../shared/http/serve.ts';
import { defaultLimits, type Limits } from '../../shared/limits/limits.ts';
import type { Identity } from '../../shared/ports/identity.ts';
import type { ProjectPermissions } from '../../shared/ports/project-permissions.ts';
import type { OpenWarehouse } from '../../shared/ports/warehouse.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import type { GooglePorts } from '../../shared/validation/facts.ts';
import { endpointsOfFunctions } from '../../tools/local-service/endpoints-of-functions.ts';
import { databaseInMemory } from '../adapters/local/database-in-memory.ts';
import { movableClock } from '../contracts/movable-clock.ts';
import { doorway } from './doorway.ts';
import { token } from './issuer.ts';
import { refuseLeak } from './sample-records.ts';
import { listen } from './listen.ts';
import { seeder } from './seed.ts';

export interface Answer {
  status: number;
  headers: Headers;
  /** The answer's JSON, to be matched as a whole. */
  json: Record<string, unknown>;
}

interface Init {
  body?: unknown;
  file?: Uint8Array;
  etag?: unknown;
}

/** A Google that must not be asked. */
const noGoogle = {
  identity: {
    certificates: () => Promise.reject(new Error('Google was asked')),
    signIn: () => Promise.reject(new Error('Google was asked')),
  } satisfies Identity,
  openWarehouse: (() => {
    throw new Error('Google was asked');
  }) satisfies OpenWarehouse,
  projectPermissions: (() => {
    throw new Error('Google was asked');
  }) satisfies ProjectPermissions,
};

/** All functions over real HTTP, on local adapters in memory, with a clock that the test moves. */
export async function runningFunctions(
  limits: Partial<Limits> = {},
  google: GooglePorts = noGoogle,
) {
  const clock = movableClock(new Date().toISOString());
  const database = databaseInMemory();
  const keys = localKeyVault({
    database,
    sealingKey: sealingKeyOf(randomBytes(32)),
    now: clock.now,
  });
  const connectors = localConnectorStore({ database, now: clock.now });
  const stamps = { now: clock.now, newId: () => systemStamps.newId() };
  const ports = { keys, connectors, stamps, limits: { ...defaultLimits, ...limits }, ...google };
  const endpoints = await endpointsOfFunctions<typeof ports>();
  const listeners = new Map(
    endpoints.map((endpoint) => [endpoint.name, serve(endpoint, ports, doorway)]),
  );
  const origin = await listen((httpRequest, httpResponse) => {
    const [, name = '', rest = '/'] = /^\/([a-z-]+)(.*)$/.exec(httpRequest.url ?? '') ?? [];
    httpRequest.url = rest === '' ? '/' : rest;
    listeners.get(name)?.(httpRequest, httpResponse);
  });

  /** Asks as `role` of `workspace`: `ask('GET list-connectors/')`. */
  const asker =
    (workspace: string, role = 'editor') =>
    async (call: string, { body, file, etag }: Init = {}): Promise<Answer> => {
      const [method = 'GET', path = ''] = call.split(' ');
      const type = file ? 'application/octet-stream' : 'application/json';
      const headers = new Headers({ authorization: `Bearer ${await token({ workspace, role })}` });
      if (body !== undefined || file) headers.set('content-type', type);
      if (typeof etag === 'string') headers.set('if-match', `"${etag}"`);
      const sent = file ? Uint8Array.from(file) : body === undefined ? null : JSON.stringify(body);
      const response = await fetch(`${origin}/${path}`, { method, headers, body: sent });
      const text = await response.text();
      refuseLeak(`${JSON.stringify([...response.headers])}${text}`, 'an answer');
      const json = JSON.parse(text) as Record<string, unknown>;
      return { status: response.status, headers: response.headers, json };
    };

  return { asker, clock, keys, connectors, seed: seeder(keys, connectors, clock.now) };
}
