import type { Config } from './config.ts';

export interface Tokens {
  /** The token to ask with; a new one where the old one has just been refused. */
  token: (refused?: string) => Promise<string>;
}

/** Sends a request to its function with the caller's token; one that is refused is renewed once, and it is asked again. */
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
