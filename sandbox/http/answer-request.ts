import type { IncomingMessage, ServerResponse } from 'node:http';
import { applyFault } from '../faults/apply-fault.ts';
import type { Faults } from '../faults/faults.ts';
import type { AccessTokens } from '../identity/access-tokens.ts';
import { describedJob } from '../requests/described-job.ts';
import type { RequestLog } from '../requests/request-log.ts';
import { uploadedMetadata } from '../bigquery/upload.ts';
import type { Answer, Call } from './call.ts';
import { GoogleRefusal, refused } from './google-refusal.ts';
import { readBody } from './read-body.ts';
import { findRoute, type Matched, type Route } from './route.ts';

export interface Front {
  routes: Route[];
  faults: Faults;
  requests: RequestLog;
  tokens: AccessTokens;
  now: () => Date;
}

const mostBytes = 1024 ** 2;

/** One request from its first byte to its answer: read, meet a fault if one waits, sign in, answer, be listed. */
export async function answerRequest(
  front: Front,
  httpRequest: IncomingMessage & { originalUrl?: string },
  httpResponse: ServerResponse,
): Promise<void> {
  const at = front.now().toISOString();
  const url = new URL(httpRequest.url ?? '/', 'http://sandbox.invalid');
  const method = httpRequest.method ?? 'GET';
  const matched = findRoute(front.routes, method, url.pathname);
  let call: Call | undefined;
  let operation: string | undefined = 'unknown';
  let account: string | undefined;
  try {
    const limit = matched?.route.mostBytes ?? mostBytes;
    call = callOf(httpRequest, url, await readBody(httpRequest, limit), matched);
    if (!matched) throw unknownPath(method, url.pathname);
    operation = operationOf(matched.route, call);
    const fault = operation === undefined ? undefined : front.faults.take(operation);
    const answered = fault && (await applyFault(fault, httpResponse, front.faults.ended()));
    if (answered === true) return;
    const signedIn = signIn(front, matched.route, call);
    account = signedIn?.email;
    send(httpResponse, await answerOf(matched.route, call, signedIn));
  } catch (error) {
    sendRefusal(httpResponse, error);
  } finally {
    if (operation !== undefined) {
      const job = call && describedJob(uploadedMetadata(call));
      front.requests.add({
        at,
        operation,
        method,
        path: url.pathname,
        status: httpResponse.headersSent ? httpResponse.statusCode : 0,
        ...(account !== undefined && { account }),
        ...(job && { job }),
      });
    }
  }
}

function callOf(
  { method = 'GET', headers, url = '/', originalUrl }: IncomingMessage & { originalUrl?: string },
  { pathname, searchParams }: URL,
  body: Buffer,
  matched: Matched | undefined,
): Call {
  const mountedAt = originalUrl?.endsWith(url) === true ? originalUrl.slice(0, -url.length) : '';
  return {
    method,
    path: pathname,
    mountedAt,
    query: searchParams,
    headers,
    body,
    part: matched?.part ?? (() => ''),
  };
}

function operationOf({ operation }: Route, call: Call): string | undefined {
  return typeof operation === 'function' ? operation(call) : operation;
}

function signIn({ tokens }: Front, { answer }: Route, { headers }: Call) {
  return 'signedIn' in answer ? tokens.callerOf(headers.authorization) : undefined;
}

async function answerOf(
  { answer }: Route,
  call: Call,
  caller: ReturnType<typeof signIn>,
): Promise<Answer> {
  if ('open' in answer) return answer.open(call);
  if (!caller) throw new Error('a route without its caller');
  return answer.signedIn(call, caller);
}

function send(httpResponse: ServerResponse, { status = 200, headers, body }: Answer): void {
  if (httpResponse.destroyed) return;
  const text = body === undefined ? '' : JSON.stringify(body);
  httpResponse.writeHead(status, {
    ...(text !== '' && { 'content-type': 'application/json; charset=UTF-8' }),
    'cache-control': 'private',
    'x-content-type-options': 'nosniff',
    'content-length': Buffer.byteLength(text),
    ...headers,
  });
  httpResponse.end(text);
}

/** What is no refusal is a defect of the sandbox, and looks like one of Google's: its stack is for the terminal. */
function sendRefusal(httpResponse: ServerResponse, error: unknown): void {
  if (httpResponse.headersSent || httpResponse.destroyed) return;
  const refusal = error instanceof GoogleRefusal ? error : defect(error);
  send(httpResponse, { status: refusal.status, body: refusal.body });
}

function defect(error: unknown): GoogleRefusal {
  process.stderr.write(`sandbox: ${error instanceof Error ? String(error.stack) : 'unknown'}\n`);
  return refused({ code: 500, reason: 'internalError', message: 'Internal error encountered.' });
}

function unknownPath(method: string, path: string): GoogleRefusal {
  return refused({
    code: 404,
    reason: 'notFound',
    message: `The sandbox does not know ${method} ${path.slice(0, 200)}.`,
  });
}
