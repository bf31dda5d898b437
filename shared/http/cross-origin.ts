import type { IncomingMessage, ServerResponse } from 'node:http';

/** Lets the page's origins in and no others, by exact comparison (https://fetch.spec.whatwg.org/#http-cors-protocol). */
export function allowOrigin(
  httpRequest: IncomingMessage,
  httpResponse: ServerResponse,
  origins: readonly string[],
): void {
  const { origin } = httpRequest.headers;
  if (origin === undefined || !origins.includes(origin)) return;
  httpResponse.setHeader('access-control-allow-origin', origin);
  httpResponse.setHeader('access-control-expose-headers', 'etag, retry-after');
}

export function answerPreflight(httpResponse: ServerResponse, methods: string[]): void {
  httpResponse.setHeader('access-control-allow-methods', methods.join(', '));
  httpResponse.setHeader('access-control-allow-headers', 'authorization, content-type, if-match');
  httpResponse.setHeader('access-control-max-age', '600');
  httpResponse.writeHead(204).end();
}
