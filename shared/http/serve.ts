import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { catalogue } from '../problems/catalogue.ts';
import { Problem } from '../problems/problem.ts';
import type { Caller } from '../schemas/caller.ts';
import { allowOrigin, answerPreflight } from './cross-origin.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { type EventStream, eventStream } from './event-stream.ts';
import { type Facts, log, logDefect } from './log.ts';
import type { PageTokens } from './page-token.ts';
import { parseRequest } from './parse-request.ts';
import { asProblem, problemDetails } from './problem-details.ts';
import { discardBody } from './read-body.ts';
import { callsAt, type Route } from './route.ts';
import { traceOf } from './trace.ts';

/** What every function of one deployment has in common. */
export interface Doorway {
  verifyCaller: (httpRequest: IncomingMessage) => Promise<Caller>;
  origins: readonly string[];
  pageTokens: PageTokens;
}

/** The only road from the network into a use case, and the only catch-all. */
export function serve<Ports>(
  endpoint: Endpoint<Ports>,
  ports: Ports,
  doorway: Doorway,
): RequestListener {
  return (httpRequest, httpResponse) => {
    const trace = traceOf(httpRequest.headers);
    const began = performance.now();
    const facts: Facts = { function: endpoint.name, method: httpRequest.method };
    setHeaders(httpResponse);
    allowOrigin(httpRequest, httpResponse, doorway.origins);
    answer(endpoint, ports, doorway, { httpRequest, httpResponse, trace, facts })
      .catch((error: unknown) => {
        refuse(httpRequest, httpResponse, error, trace, facts);
      })
      .finally(() => {
        log('INFO', 'request', { ...facts, ms: Math.round(performance.now() - began) }, trace);
      });
  };
}

interface Exchange {
  httpRequest: IncomingMessage;
  httpResponse: ServerResponse;
  trace: string;
  /** Filled in as things become known, for the one line that is logged at the end. */
  facts: Facts;
}

async function answer<Ports>(
  endpoint: Endpoint<Ports>,
  ports: Ports,
  doorway: Doorway,
  exchange: Exchange,
): Promise<void> {
  const { httpRequest, httpResponse, trace, facts } = exchange;
  const routes = callsAt(endpoint, httpRequest.url ?? '/');
  const methods = [...routes.map(({ call }) => call.method), 'OPTIONS'];
  if (httpRequest.method === 'OPTIONS') {
    answerPreflight(httpResponse, methods);
    return;
  }
  const route = routes.find(({ call }) => call.method === httpRequest.method);
  if (!route) {
    httpResponse.setHeader('allow', methods.join(', '));
    throw new Problem('method-not-allowed', `Use ${methods.join(' or ')} here.`);
  }
  facts.path = route.call.path;
  refuseEncodings(httpRequest);
  const caller = await doorway.verifyCaller(httpRequest);
  Object.assign(facts, { workspace: caller.workspace, subject: caller.subject });
  requireRole(caller, route.call);
  await handle(route, ports, caller, doorway, exchange, trace);
  facts.status = httpResponse.statusCode;
}

async function handle<Ports>(
  route: Route<Ports>,
  ports: Ports,
  caller: Caller,
  { pageTokens }: Doorway,
  { httpRequest, httpResponse, facts }: Exchange,
  trace: string,
): Promise<void> {
  const { call } = route;
  const request = await parseRequest(httpRequest, route);
  const purpose = pagePurpose(call, caller, route);
  const leaving = new AbortController();
  httpResponse.once('close', () => {
    leaving.abort();
  });
  const stream = wantsStream(httpRequest, call) ? eventStream(httpResponse) : undefined;
  try {
    const outcome = await call.handle(
      openPage(call, request, pageTokens, purpose) as never,
      caller,
      ports,
      {
        signal: leaving.signal,
        tell: (event, data) => stream?.send(event, data),
        note: (event, noted) => {
          log('INFO', event, { ...facts, ...noted }, trace);
        },
      },
    );
    const body = sealPage(call, outcome, pageTokens, purpose);
    if (stream) stream.send('report', body);
    else sendJson(httpResponse, call, outcome, body);
  } catch (error) {
    if (!stream?.begun) throw error;
    breakOff(stream, error, trace, facts);
  }
  stream?.end();
}

function requireRole<Ports>(caller: Caller, { role }: Call<Ports>): void {
  if (role === 'editor' && caller.role !== 'editor') {
    throw new Problem('role-insufficient', 'Ask an editor of the workspace to do this.');
  }
}

/** Nothing is ever inflated: a body of a kilobyte could become a gigabyte (body-parser#454). */
function refuseEncodings({ headers }: IncomingMessage): void {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined) {
    throw new Problem('encoding-unsupported', 'Send the body as it is, without Content-Encoding.');
  }
}

function wantsStream<Ports>({ headers }: IncomingMessage, call: Call<Ports>): boolean {
  return call.streams === true && /^\s*text\/event-stream\b/i.test(headers.accept ?? '');
}

/** A page token serves one workspace, one call and one query. */
function pagePurpose<Ports>(
  call: Call<Ports>,
  caller: Caller,
  { segments, search }: Route<Ports>,
): string {
  const query = [...search].filter(([name]) => name !== 'pageToken' && name !== 'pageSize');
  query.sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([caller.workspace, call.method, call.path, segments, query]);
}

function openPage<Ports>(
  { request: { cursor } }: Call<Ports>,
  request: Record<string, unknown>,
  tokens: PageTokens,
  purpose: string,
): Record<string, unknown> {
  const { pageToken, ...rest } = request;
  if (!cursor || typeof pageToken !== 'string') return rest;
  return { ...rest, after: cursor.parse(tokens.open(pageToken, purpose)) };
}

function sealPage<Ports>(
  { request: { cursor } }: Call<Ports>,
  outcome: unknown,
  tokens: PageTokens,
  purpose: string,
): unknown {
  if (!cursor) return outcome;
  const { next, ...page } = outcome as { next?: unknown };
  return next === undefined ? page : { ...page, nextPageToken: tokens.seal(next, purpose) };
}

function sendJson<Ports>(
  httpResponse: ServerResponse,
  call: Call<Ports>,
  outcome: unknown,
  body: unknown,
): void {
  const { etag } = body as { etag?: unknown };
  if (typeof etag === 'string') httpResponse.setHeader('etag', `"${etag}"`);
  const status = call.statusOf?.(outcome as never) ?? call.status;
  httpResponse.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  httpResponse.end(JSON.stringify(body));
}

/** What goes wrong once a stream has begun can only be told in the stream. */
function breakOff(stream: EventStream, error: unknown, trace: string, facts: Facts): void {
  const problem = asProblem(error);
  note(problem, trace, facts);
  stream.send('problem', problemDetails(problem, trace));
}

function refuse(
  httpRequest: IncomingMessage,
  httpResponse: ServerResponse,
  error: unknown,
  trace: string,
  facts: Facts,
): void {
  const problem = asProblem(error);
  note(problem, trace, facts);
  discardBody(httpRequest);
  if (httpResponse.headersSent) {
    httpResponse.destroy();
    return;
  }
  const details = problemDetails(problem, trace);
  if (details.status === 401) httpResponse.setHeader('www-authenticate', 'Bearer');
  if (problem.retryAfterSeconds !== undefined) {
    httpResponse.setHeader('retry-after', String(problem.retryAfterSeconds));
  }
  httpResponse.writeHead(details.status, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
  httpResponse.end(JSON.stringify(details));
}

/** What is 5xx is logged by its stack; what is 4xx is told, and stands in the request's line. */
function note(problem: Problem, trace: string, facts: Facts): void {
  const { status } = catalogue[problem.code];
  Object.assign(facts, { status, code: problem.code });
  if (status >= 500) logDefect(problem.cause ?? problem, facts, trace);
}

function setHeaders(httpResponse: ServerResponse): void {
  httpResponse.setHeader('cache-control', 'no-store');
  httpResponse.setHeader('vary', 'Authorization, Origin');
  httpResponse.setHeader('x-content-type-options', 'nosniff');
  httpResponse.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  httpResponse.setHeader('referrer-policy', 'no-referrer');
}
