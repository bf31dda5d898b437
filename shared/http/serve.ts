import type { IncomingMessage, RequestListener } from 'node:http';
import { fairShare } from './fair-share.ts';
import { Problem } from '../problems/problem.ts';
import type { Caller } from '../schemas/caller.ts';
import { chooseCall } from './choose-call.ts';
import { allowOrigin, answerPreflight } from './cross-origin.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { eventStream } from './event-stream.ts';
import { answering, type Exchange, noted, noteOn } from './exchange.ts';
import type { PageTokens } from './page-token.ts';
import { openPage, pagePurpose, sealPage } from './paging.ts';
import { parseRequest } from './parse-request.ts';
import { problemDetails } from './problem-details.ts';
import { callsAt, type Route } from './route.ts';
import { sendJson } from './send.ts';

/** What every function of one deployment has in common. */
export interface Doorway {
  verifyCaller: (httpRequest: IncomingMessage) => Promise<Caller>;
  origins: readonly string[];
  pageTokens: PageTokens;
}

/** The only road from a person's request into a use case. */
export function serve<Ports>(
  endpoint: Endpoint<Ports>,
  ports: Ports,
  doorway: Doorway,
): RequestListener {
  const share = fairShare();
  return answering(endpoint.name, async (exchange) => {
    const { httpRequest, httpResponse, facts } = exchange;
    allowOrigin(httpRequest, httpResponse, doorway.origins);
    const routes = callsAt(endpoint.calls, httpRequest.url ?? '/');
    const methods = [...routes.map(({ call }) => call.method), 'OPTIONS'];
    if (httpRequest.method === 'OPTIONS') {
      answerPreflight(httpResponse, methods);
      return;
    }
    const route = chooseCall(routes, exchange, methods);
    const caller = await doorway.verifyCaller(httpRequest);
    Object.assign(facts, { workspace: caller.workspace, subject: caller.subject });
    requireRole(caller, route.call);
    const leave = await share.enter(caller.workspace);
    // All of it is sent then: a refusal is written after this, and who is refused at once could else ask without end.
    httpResponse.once('close', leave);
    if (httpResponse.destroyed) leave();
    else await handle(route, ports, caller, doorway, { ...exchange, leave });
  });
}

function requireRole<Ports>(caller: Caller, { role }: Call<Ports>): void {
  if (role === 'editor' && caller.role !== 'editor') {
    throw new Problem('role-insufficient', 'Ask an editor of the workspace to do this.');
  }
}

async function handle<Ports>(
  route: Route<Call<Ports>>,
  ports: Ports,
  caller: Caller,
  { pageTokens }: Doorway,
  exchange: Exchange & { leave: () => void },
): Promise<void> {
  const { httpRequest, httpResponse, trace, leave } = exchange;
  const { call } = route;
  const request = await parseRequest(httpRequest, route);
  const purpose = pagePurpose(call, caller, route);
  const opened = openPage(call, request, pageTokens, purpose);
  const left = new AbortController();
  httpResponse.once('close', () => {
    left.abort();
  });
  const stream = wantsStream(httpRequest, call) ? eventStream(httpResponse) : undefined;
  // A stream waits for Google most of its time, and how many of them begin is limited by the minute.
  if (stream) leave();
  try {
    const outcome = await call.handle(opened as never, caller, ports, {
      signal: left.signal,
      tell: (event, data) => stream?.send(event, data),
      note: noteOn(exchange),
    });
    const whole = call.bodyOf?.(outcome as never) ?? outcome;
    const body = sealPage(call, whole, pageTokens, purpose);
    if (stream) stream.send('report', body);
    else sendJson(httpResponse, call.statusOf?.(outcome as never) ?? call.status, body);
  } catch (error) {
    if (!stream?.begun) throw error;
    // What goes wrong once a stream has begun can only be told in the stream.
    stream.send('problem', problemDetails(noted(exchange, error), trace));
  }
  stream?.end();
}

function wantsStream<Ports>({ headers }: IncomingMessage, call: Call<Ports>): boolean {
  return call.streams === true && /^\s*text\/event-stream\b/i.test(headers.accept ?? '');
}
