import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './open-api.d.ts';
import { CallFailed, type Problem } from './call-failed.ts';
import { SignedOut } from './signed-out.ts';

export type Schemas = components['schemas'];
export type Connector = Schemas['Connector'];
export type ConnectorWithReport = Schemas['ConnectorWithReport'];
export type Report = Schemas['Report'];
export type Check = Schemas['Check'];
export type Change = Schemas['Change'];

export type Send = (request: Request) => Promise<Response>;

export type Client = ReturnType<typeof apiClient>;

/**
 * The functions' calls, typed by their OpenAPI description. Each call gives its answer or throws a CallFailed that says
 * what to do.
 */
export function apiClient(send: Send) {
  const client = createClient<paths>({ baseUrl: location.origin, fetch: send });
  client.use(failures);
  return client;
}

const failures: Middleware = {
  async onResponse({ response }) {
    if (response.ok) return;
    throw await CallFailed.of(response);
  },
  onError({ error }) {
    if (error instanceof CallFailed || error instanceof SignedOut) return error;
    if (error instanceof DOMException && error.name === 'AbortError') return error;
    return new CallFailed(undefined);
  },
};

export type { Problem };
