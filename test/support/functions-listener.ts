import { randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { localConnectorStore } from '../../shared/adapters/local/local-connector-store.ts';
import type { LocalDatabase } from '../../shared/adapters/local/local-database.ts';
import { localKeyVault } from '../../shared/adapters/local/local-key-vault.ts';
import { systemStamps } from '../../shared/adapters/system/system-stamps.ts';
import { serve } from '../../shared/http/serve.ts';
import { defaultLimits, type Limits } from '../../shared/limits/limits.ts';
import type { GooglePorts } from '../../shared/validation/facts.ts';
import { endpointsOfFunctions } from '../../tools/local-service/endpoints-of-functions.ts';
import { doorway } from './doorway.ts';
import { sealingKeyOf } from './sealing-key-of.ts';

export interface Parts {
  database: LocalDatabase;
  google: GooglePorts;
  now: () => Date;
  limits?: Partial<Limits>;
}

/** All functions behind one listener, each under its name, and what they keep things in. */
export async function functionsListener({ database, google, now, limits = {} }: Parts) {
  const keys = localKeyVault({ database, sealingKey: sealingKeyOf(randomBytes(32)), now });
  const connectors = localConnectorStore({ database, now });
  const stamps = { now, newId: () => systemStamps.newId() };
  const ports = { keys, connectors, stamps, limits: { ...defaultLimits, ...limits }, ...google };
  const endpoints = await endpointsOfFunctions<typeof ports>();
  const listeners = new Map(
    endpoints.map((endpoint) => [endpoint.name, serve(endpoint, ports, doorway)]),
  );
  const listener: RequestListener = (httpRequest, httpResponse) => {
    const [, name = '', rest = '/'] = /^\/([a-z-]+)(.*)$/.exec(httpRequest.url ?? '') ?? [];
    httpRequest.url = rest === '' ? '/' : rest;
    listeners.get(name)?.(httpRequest, httpResponse);
  };
  return { keys, connectors, listener };
}
