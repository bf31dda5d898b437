import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from './open-api.d.ts';
import type { Config } from './config.ts';
import { CallFailed, type Problem } from './call-failed.ts';
import { SignedOut } from './signed-out.ts';

export type Schemas = components['schemas'];
export type Connector = Schemas['Connector'];
export type ConnectorWithReport = Schemas['ConnectorWithReport'];
export type Report = Schemas['Report'];
export type Check = Schemas['Check'];
export type Change = Schemas['Change'];

export interface Tokens {
  /** The token to ask with; a new one where the old one has just been refused. */
  token: (refused?: string) => Promise<string>;
}

export type Client = ReturnType<typeof apiClient>;

/**
 * The functions' calls, typed by their OpenAPI description. Each call gives its answer or throws a CallFailed that says
 * what to do; a token that was refused is renewed once, and the call made again.
 */
export function apiClient(config: Config, tokens: Tokens) {
  const client = createClient<paths>({
    baseUrl: location.origin,
    fetch: authorized(config, tokens),
  });
  client.use(failures);
  return client;
}

/** Sends a request to its function with the caller's token. */
export function authorized({ functions }: Pick<Config, 'functions'>, { token }: Tokens) {
  return async (request: Request): Promise<Response> => {
    const again = request.clone();
    const first = await token();
    const answer = await send(request, functions, first);
    if (answer.status !== 401) return answer;
    return send(again, functions, await token(first));
  };
}

/** `/upload-key/…` goes to that function, wherever it is. */
async function send(
  request: Request,
  functions: Config['functions'],
  token: string,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const [, name = '', rest = ''] = /^\/([a-z-]+)(.*)$/.exec(pathname) ?? [];
  const { method, signal } = request;
  const headers = new Headers(request.headers);
  headers.set('authorization', `Bearer ${token}`);
  // A request that is copied streams its body, which browsers refuse over HTTP/1.1: the body is read first.
  const read = await request.arrayBuffer();
  const body = read.byteLength > 0 ? read : null;
  return fetch(`${functions[name] ?? ''}${rest}${search}`, { method, headers, body, signal });
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
