import { type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import { Problem } from '../problems/problem.ts';
import { log } from './log.ts';
import { problemDetails } from './problem-details.ts';
import { traceOf } from './trace.ts';

/**
 * What Node's parser refuses never becomes a request: left alone it is answered without a body. Here it is refused as
 * everything else is, by a problem document, a trace and one line of the log; nothing of what was sent is repeated.
 */
export function refuseUnread(server: Server): void {
  const answers = new WeakMap<object, ServerResponse>();
  server.prependListener('request', ({ socket }, httpResponse) => {
    answers.set(socket, httpResponse);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const begun = answers.get(socket);
    const answering = begun !== undefined && begun.headersSent && !begun.writableEnded;
    if (!socket.writable || answering || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    socket.end(refusal(problemOf(error.code)));
  });
  // Node would say 417 to every expectation but one; whoever expects what nobody promised may as well be answered.
  server.on('checkExpectation', (httpRequest, httpResponse) => {
    server.emit('request', httpRequest, httpResponse);
  });
}

function problemOf(code: string | undefined): Problem {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new Problem('head-too-large', 'Send a shorter address and fewer or shorter headers.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new Problem('request-too-slow', 'Send the request again, at once.');
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW')
    return new Problem('body-too-large', 'Send the body without extensions of its chunks.');
  return new Problem('head-unreadable', 'Send a well-formed HTTP/1.1 request.');
}

function refusal(problem: Problem): string {
  const trace = traceOf({});
  const details = problemDetails(problem, trace);
  const body = JSON.stringify(details);
  log('INFO', 'request', { status: details.status, code: problem.code }, trace);
  return [
    `HTTP/1.1 ${String(details.status)} ${STATUS_CODES[details.status] ?? ''}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${String(Buffer.byteLength(body))}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    'connection: close',
    '',
    body,
  ].join('\r\n');
}
