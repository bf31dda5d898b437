import type { ServerResponse } from 'node:http';
import type { Problem } from '../problems/problem.ts';
import { problemDetails } from './problem-details.ts';

/** On every answer: nothing is cached, nothing is sniffed, nothing is framed. */
export function setHeaders(httpResponse: ServerResponse): void {
  httpResponse.setHeader('cache-control', 'no-store');
  httpResponse.setHeader('vary', 'Authorization, Origin');
  httpResponse.setHeader('x-content-type-options', 'nosniff');
  httpResponse.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
  httpResponse.setHeader('referrer-policy', 'no-referrer');
}

/** JSON; a record's etag is a header as well. */
export function sendJson(httpResponse: ServerResponse, status: number, body: unknown): void {
  const { etag } = body as { etag?: unknown };
  if (typeof etag === 'string') httpResponse.setHeader('etag', `"${etag}"`);
  httpResponse.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  httpResponse.end(JSON.stringify(body));
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
