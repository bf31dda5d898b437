import { token } from './issuer.ts';
import { refuseLeak } from './sample-records.ts';

export interface Answer {
  status: number;
  headers: Headers;
  /** The answer's JSON, to be matched as a whole. */
  json: Record<string, unknown>;
}

export interface Init {
  body?: unknown;
  file?: Uint8Array;
  etag?: unknown;
}

/** Asks as `role` of `workspace`: `ask('GET list-connectors/')`. */
export const askerAt =
  (origin: string) =>
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
