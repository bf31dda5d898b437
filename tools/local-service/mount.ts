import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { Problem } from '../../shared/problems/problem.ts';
import { log } from '../../shared/http/log.ts';
import { sendProblem, setHeaders } from '../../shared/http/send.ts';
import { traceOf } from '../../shared/http/trace.ts';

export interface Mounts {
  /** The first segment of the path → who answers what is below it. */
  folders: Map<string, RequestListener>;
  /** Whole paths. */
  pages: Map<string, RequestListener>;
  /** Answers what nobody else does. */
  others?: RequestListener;
  /** Folders that only programs of this machine may use, no web page of another origin. */
  ownOriginOnly: ReadonlySet<string>;
}

/**
 * Everything of the laptop on one port. It answers to its own name alone, so that no web page reaches it under a name
 * that was bound anew to 127.0.0.1 (DNS rebinding).
 */
export function mount(mounts: Mounts, port: () => number): RequestListener {
  return (httpRequest, httpResponse) => {
    try {
      listenerFor(mounts, httpRequest, port())(httpRequest, httpResponse);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refuse(error, httpRequest, httpResponse);
      httpRequest.resume();
    }
  };
}

/** What no function answers is refused as they refuse, with the same one line in the log. */
function refuse(
  problem: Problem,
  httpRequest: IncomingMessage,
  httpResponse: ServerResponse,
): void {
  const trace = traceOf(httpRequest.headers);
  setHeaders(httpResponse);
  sendProblem(httpResponse, problem, trace);
  const { method } = httpRequest;
  log('INFO', 'request', { method, status: httpResponse.statusCode, code: problem.code }, trace);
}

function listenerFor(mounts: Mounts, httpRequest: IncomingMessage, port: number): RequestListener {
  const names = [`localhost:${String(port)}`, `127.0.0.1:${String(port)}`];
  if (!names.includes(httpRequest.headers.host ?? '')) {
    throw new Problem('host-refused', `Ask under http://${names.join(' or http://')}.`);
  }
  const [path = '/'] = (httpRequest.url ?? '/').split('?', 1);
  const page = mounts.pages.get(path);
  if (page) return page;
  const folder = /^\/([a-z-]+)(?=\/|$)/.exec(path)?.[1] ?? '';
  const listener = mounts.folders.get(folder);
  if (!listener && mounts.others) return mounts.others;
  if (!listener) {
    throw new Problem(
      'path-not-found',
      `See http://${names.join(' or http://')} for what is where.`,
    );
  }
  if (mounts.ownOriginOnly.has(folder) && isForeign(httpRequest, names)) {
    throw new Problem(
      'host-refused',
      'This is for programs of this machine, not for web pages of another origin.',
    );
  }
  const rest = (httpRequest.url ?? '').slice(folder.length + 1);
  httpRequest.url = rest.startsWith('/') ? rest : `/${rest}`;
  return listener;
}

/**
 * Whether a web page of another origin asks, or sent the browser here. Browsers tell the one or the other
 * (https://www.w3.org/TR/fetch-metadata/); programs tell neither.
 */
function isForeign({ headers }: IncomingMessage, names: string[]): boolean {
  const { origin, 'sec-fetch-site': site = 'none' } = headers;
  if (origin !== undefined && !names.some((name) => origin === `http://${name}`)) return true;
  return site !== 'none' && site !== 'same-origin';
}

/** A page of text that never changes. */
export function page(type: string, text: string): RequestListener {
  return (httpRequest: IncomingMessage, httpResponse: ServerResponse) => {
    if (httpRequest.method !== 'GET') {
      httpResponse.setHeader('allow', 'GET');
      refuse(new Problem('method-not-allowed', 'Use GET here.'), httpRequest, httpResponse);
      return;
    }
    setHeaders(httpResponse);
    httpResponse.writeHead(200, { 'content-type': type });
    httpResponse.end(text);
  };
}
