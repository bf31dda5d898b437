import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** A request whose body was read, for a listener behind who read it, with that body or another. */
export function requestAgain(
  { method, url = '', headers, socket }: IncomingMessage,
  body: string | Buffer,
): IncomingMessage {
  const bytes = Buffer.from(body);
  const { 'transfer-encoding': _chunks, ...kept } = headers;
  const again = Object.assign(Readable.from([bytes]), {
    ...{ method, url, socket },
    headers: { ...kept, 'content-length': String(bytes.length) },
  });
  // All of a request that our listeners read; Node makes whole ones of sockets alone.
  return again as unknown as IncomingMessage;
}
