import type { IncomingMessage, RequestListener } from 'node:http';

const most = 8;

/**
 * Node hands on every request that a client has sent on one connection, whether it reads the answers or not. Who sends
 * more than a few ahead is cut off, as a server may do (RFC 9112, 9.3.2); browsers and the platform send none ahead.
 */
export function fewAtOnce(listener: RequestListener): RequestListener {
  const unanswered = new WeakMap<IncomingMessage['socket'], number>();
  return (httpRequest, httpResponse) => {
    const { socket } = httpRequest;
    const before = unanswered.get(socket) ?? 0;
    if (before >= most) {
      socket.destroy();
      return;
    }
    unanswered.set(socket, before + 1);
    httpResponse.once('close', () => {
      unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1);
    });
    listener(httpRequest, httpResponse);
  };
}
