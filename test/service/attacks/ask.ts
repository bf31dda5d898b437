import { type Answered, send } from './send.ts';
import type { Target } from './target.ts';

export interface Init {
  method?: string;
  body?: unknown;
  file?: string | Buffer;
  headers?: Record<string, string>;
  etag?: unknown;
}

/** Asks a function of the service: `ask('/list-connectors/deleted')`. */
export type Ask = (path: string, init?: Init) => Promise<Answered>;

/** Asks as somebody of a workspace who means no harm. */
export async function asker(target: Target, workspace: string, role?: string): Promise<Ask> {
  const bearer = await target.token(workspace, role);
  return async (path, { method, body, file, headers, etag } = {}) => {
    const [, name = '', rest = '/'] = /^\/([\w-]+)(\/.*)$/.exec(path) ?? [];
    const type = file === undefined ? 'application/json' : 'application/octet-stream';
    const hasBody = body !== undefined || file !== undefined;
    return send(target, name, {
      method: method ?? (hasBody ? 'POST' : 'GET'),
      path: rest,
      headers: {
        ...(hasBody && { 'content-type': type }),
        ...(typeof etag === 'string' && { 'if-match': `"${etag}"` }),
        ...headers,
      },
      body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
      bearer,
    });
  };
}
