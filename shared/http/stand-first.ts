import http, { type RequestListener, type Server } from 'node:http';
import { fewAtOnce } from './few-at-once.ts';

/** A whole request must have arrived by then, and its headers well before (slow-loris). */
const requestTimeoutMs = 30_000;
const headersTimeoutMs = 10_000;
/** Node looks for who is over his time every half a minute otherwise. */
const lookEveryMs = 2_000;
/** Who has neither sent nor taken a byte for so long is gone, whatever he is still owed: a function has a minute. */
const silentMs = 75_000;

/**
 * Puts a function in the place of the functions framework's own parsers, which inflate a kilobyte to a gigabyte,
 * print a malformed body whole and answer in HTML (functions-framework-nodejs#686). To be called while the function's
 * file loads: the framework makes its server right after that, by `http.createServer(app)`, and from that very call on
 * everything is as before. If the framework should ever make its server in another way, the exported function still
 * answers behind its parsers, and `withholdBodies` guards the log.
 */
export function standFirst(listener: RequestListener, made: (server: Server) => void): void {
  const create = http.createServer;
  http.createServer = ((...given: Parameters<typeof create>) => {
    http.createServer = create;
    const options = typeof given[0] === 'function' ? {} : given[0];
    const server = create(
      {
        ...options,
        requestTimeout: requestTimeoutMs,
        headersTimeout: headersTimeoutMs,
        connectionsCheckingInterval: lookEveryMs,
      },
      fewAtOnce(listener),
    );
    server.setTimeout(silentMs);
    made(server);
    return server;
  }) as typeof create;
}
