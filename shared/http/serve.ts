import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { catalogue } from '../problems/catalogue.ts';
import { Problem } from '../problems/problem.ts';
import type { Caller } from '../schemas/caller.ts';
import { allowOrigin, answerPreflight } from './cross-origin.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { eventStream } from './event-stream.ts';
import { type Facts, log, logDefect } from './log.ts';
import type { PageTokens } from './page-token.ts';
import { openPage, pagePurpose, sealPage } from './paging.ts';
import { parseRequest } from './parse-request.ts';
import { asProblem, problemDetails } from './problem-details.ts';
import { discardBody } from './read-body.ts';
import { callsAt, type Route } from './route.ts';
import { sendJson, sendProblem, setHeaders } from './send.ts';
import { traceOf } from './trace.ts';

/** What every function of one deployment has in common. */
export interface Doorway {
  verifyCaller: (httpRequest: IncomingMessage) => Promise<Caller>;
  origins: readonly string[];
  pageTokens: PageTokens;
}

/** One request on its way, with what becomes known of it for the one line that is logged at the end. */
interface Exchange {
  httpRequest: IncomingMessage;
  httpResponse: ServerResponse;
  trace: string;
  facts: Facts;
}

/** The only road from the network into a use case, and the only catch-all. */
export function serve<Ports>(
  endpoint: Endpoint<Ports>,
  ports: Ports,
  doorway: Doorway,
): RequestListener {
  return (httpRequest, httpResponse) => {
    const trace = traceOf(httpRequest.headers);
    const facts: Facts = { function: endpoint.name, method: httpRequest.method };
    const exchange = { httpRequest, httpResponse, trace, facts };
    const began = performance.now();
    setHeaders(httpResponse);
    allowOrigin(httpRequest, httpResponse, doorway.origins);
    answer(endpoint, ports, doorway, exchange)
      .catch((error: unknown) => {
        refuse(exchange, error);
      })
      .finally(() => {
        facts.status ??= httpResponse.statusCode;
        log('INFO', 'request', { ...facts, ms: Math.round(performance.now() - began) }, trace);
      });
  };
}

async function answer<Ports>(
  endpoint: Endpoint<Ports>,
  ports: Ports,
  doorway: Doorway,
  exchange: Exchange,
): Promise<void> {
  const { httpRequest, httpResponse, facts } = exchange;
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
  await handle(route, ports, caller, doorway, exchange);
}

/** Nothing is ever inflated: a body of a kilobyte could become a gigabyte (body-parser#454). */
function refuseEncodings({ headers }: IncomingMessage): void {
  if (headers['content-encoding'] === undefined) return;
  throw new Problem('encoding-unsupported', 'Send the body as it is, without Content-Encoding.');
}

function requireRole<Ports>(caller: Caller, { role }: Call<Ports>): void {
  if (role === 'editor' && caller.role !== 'editor') {
    throw new Problem('role-insufficient', 'Ask an editor of the workspace to do this.');
  }
}

async function handle<Ports>(
  route: Route<Ports>,
  ports: Ports,
  caller: Caller,
  { pageTokens }: Doorway,
  { httpRequest, httpResponse, facts, trace }: Exchange,
): Promise<void> {
  const { call } = route;
  const request = await parseRequest(httpRequest, route);
  const purpose = pagePurpose(call, caller, route);
  const opened = openPage(call, request, pageTokens, purpose);
  const left = new AbortController();
  httpResponse.once('close', () => {
    left.abort();
  });
  const stream = wantsStream(httpRequest, call) ? eventStream(httpResponse) : undefined;
  try {
    const outcome = await call.handle(opened as never, caller, ports, {
      signal: left.signal,
      tell: (event, data) => stream?.send(event, data),
      note: (event, noted, severity = 'INFO') => {
        log(severity, event, { ...facts, ...noted }, trace);
      },
    });
    const whole = call.bodyOf?.(outcome as never) ?? outcome;
    const body = sealPage(call, whole, pageTokens, purpose);
    if (stream) stream.send('report', body);
    else sendJson(httpResponse, call.statusOf?.(outcome as never) ?? call.status, body);
  } catch (error) {
    if (!stream?.begun) throw error;
    // What goes wrong once a stream has begun can only be told in the stream.
    stream.send('problem', problemDetails(noted(error, facts, trace), trace));
  }
  stream?.end();
}

function wantsStream<Ports>({ headers }: IncomingMessage, call: Call<Ports>): boolean {
  return call.streams === true && /^\s*text\/event-stream\b/i.test(headers.accept ?? '');
}

function refuse({ httpRequest, httpResponse, facts, trace }: Exchange, error: unknown): void {
  const problem = noted(error, facts, trace);
  discardBody(httpRequest);
  if (httpResponse.headersSent) httpResponse.destroy();
  else sendProblem(httpResponse, problem, trace);
}

/** What is 5xx is logged by its stack; what is 4xx is told, and stands in the request's line. */
function noted(error: unknown, facts: Facts, trace: string): Problem {
  const problem = asProblem(error);
  const { status } = catalogue[problem.code];
  Object.assign(facts, { status, code: problem.code });
  if (status >= 500) logDefect(problem.cause ?? problem, facts, trace);
  return problem;
}
