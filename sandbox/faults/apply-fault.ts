import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Waiting } from './faults.ts';

/** Does what the fault says. False if the usual answer is to follow. */
export async function applyFault(
  { status, body, headers, delayMs }: Waiting,
  httpResponse: ServerResponse,
  ended: AbortSignal,
): Promise<boolean> {
  if (delayMs !== undefined) {
    await setTimeout(delayMs, undefined, { signal: ended }).catch(() => undefined);
  }
  if (status === undefined) return false;
  if (status === 'hang') {
    await silence(httpResponse, ended);
    return httpResponse.destroyed;
  }
  if (status === 'drip') {
    await drip(httpResponse, ended);
    return true;
  }
  if (status === 'reset') {
    httpResponse.destroy();
    return true;
  }
  const json = body !== undefined && typeof body !== 'string';
  httpResponse.writeHead(status, {
    'content-type': json ? 'application/json; charset=UTF-8' : 'text/html; charset=UTF-8',
    ...headers,
  });
  httpResponse.end(json ? JSON.stringify(body) : body);
  return true;
}

/** Until the faults are forgotten or the caller has gone. */
async function silence(httpResponse: ServerResponse, ended: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const release = () => {
      ended.removeEventListener('abort', release);
      httpResponse.removeListener('close', release);
      resolve();
    };
    ended.addEventListener('abort', release);
    httpResponse.once('close', release);
    if (ended.aborted) release();
  });
}

const dripMs = 1_000;

/** An answer that goes on and on, so that whoever waits for its end by silence alone waits for ever. */
async function drip(httpResponse: ServerResponse, ended: AbortSignal): Promise<void> {
  httpResponse.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' });
  httpResponse.write('{"kind":"');
  const dripping = setInterval(() => httpResponse.write('x'), dripMs);
  await silence(httpResponse, ended);
  clearInterval(dripping);
  httpResponse.destroy();
}
