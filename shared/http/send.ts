import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Problem } from '../problems/problem.ts';
import { acceptedCodings } from './accepted-codings.ts';
import { problemDetails } from './problem-details.ts';

/** On every answer: nothing is cached, nothing is sniffed, nothing is framed. */
export function setHeaders(httpResponse: ServerResponse): void {
  httpResponse.setHeader('cache-control', 'no-store');
  httpResponse.setHeader('vary', 'Authorization, Origin, Accept-Encoding');
  httpResponse.setHeader('x-content-type-options', 'nosniff');
  httpResponse.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  httpResponse.setHeader('referrer-policy', 'no-referrer');
}

/** Below that, compressing saves less than a packet. */
const worthCompressing = 1_400;

/**
 * JSON; a record's etag is a header as well. What is large is compressed: a page of connectors is a tenth then. No secret
 * can be guessed by its length, since nobody who lacks the caller's token can have anything sent (BREACH needs cookies).
 */
export function sendJson(httpResponse: ServerResponse, status: number, body: unknown): void {
  const { etag } = body as { etag?: unknown };
  if (typeof etag === 'string') httpResponse.setHeader('etag', `"${etag}"`);
  const text = JSON.stringify(body);
  const accepted = acceptedCodings(httpResponse.req.headers['accept-encoding']?.toString());
  const packed = text.length >= worthCompressing && accepted.has('gzip');
  httpResponse.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    ...(packed && { 'content-encoding': 'gzip' }),
  });
  httpResponse.end(packed ? gzipSync(text) : text);
}

export function sendProblem(httpResponse: ServerResponse, problem: Problem, trace: string): void {
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
