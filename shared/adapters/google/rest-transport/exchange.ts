import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import { googleError } from './google-error.ts';
import { Status } from './status.ts';
import type { Turns } from './turns.ts';

export interface Target {
  protocol: 'http:' | 'https:';
  host: string;
  port: number;
  agent?: http.Agent;
}

export interface Outgoing {
  verb: string;
  path: string;
  headers: Record<string, string>;
  body?: string | undefined;
}

export interface Limits {
  deadlineMs: number;
  mostBytes: number;
  signal?: AbortSignal | undefined;
  /** An answer that turns out to be larger than so many bytes is read on when it is its turn. */
  large?: { bytes: number; turns: Turns } | undefined;
}

export interface Incoming {
  httpStatus: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** One request and its whole answer over Node's own HTTP: no redirect followed, no longer and no larger than allowed. */
export async function exchange(target: Target, outgoing: Outgoing, limits: Limits) {
  const { agent, ...place } = target;
  const { verb, path, headers, body } = outgoing;
  const { deadlineMs, mostBytes, signal, large } = limits;
  let turnIsOver: (() => void) | undefined;
  return new Promise<Incoming>((resolve, reject) => {
    const { request } = target.protocol === 'https:' ? https : http;
    const httpRequest = request({
      ...place,
      path,
      method: verb,
      headers:
        body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) },
      ...(agent && { agent }),
    });
    const stop = (error: Error) => {
      httpRequest.destroy();
      settle(() => {
        reject(error);
      });
    };
    const cancel = () => {
      stop(googleError(Status.CANCELLED, 'the caller no longer waits'));
    };
    const timer = setTimeout(() => {
      stop(
        googleError(Status.DEADLINE_EXCEEDED, `no whole answer within ${String(deadlineMs)} ms`),
      );
    }, deadlineMs);
    const settle = (how: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      turnIsOver?.();
      how();
    };
    const broken = (error: NodeJS.ErrnoException) => {
      const why = error.code ?? 'no whole answer';
      stop(googleError(Status.UNAVAILABLE, `the connection failed (${why})`));
    };
    httpRequest.on('error', broken);
    httpRequest.on('response', (httpResponse) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      httpResponse.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        chunks.push(chunk);
        if (large && bytes > large.bytes && !turnIsOver) {
          httpResponse.pause(); // and with it, soon, whoever sends it
          turnIsOver = large.turns.take(() => httpResponse.resume());
        }
        // Not RESOURCE_EXHAUSTED, as gRPC has it: clients ask again then, and it would not become smaller.
        if (bytes > mostBytes)
          stop(
            googleError(Status.OUT_OF_RANGE, `an answer of more than ${String(mostBytes)} bytes`),
          );
      });
      httpResponse.on('error', broken);
      httpResponse.on('end', () => {
        settle(() => {
          const { statusCode: httpStatus = 0, headers: told } = httpResponse;
          resolve({ httpStatus, headers: told, text: Buffer.concat(chunks).toString() });
        });
      });
    });
    if (signal?.aborted) cancel();
    else signal?.addEventListener('abort', cancel, { once: true });
    httpRequest.end(body);
  });
}
