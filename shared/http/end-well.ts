import type { Server } from 'node:http';
import { log, logDefect, logWarning } from './log.ts';

/** The platform ends a process 10 s after SIGTERM (https://cloud.google.com/run/docs/container-contract#instance-shutdown). */
const graceMs = 9_000;

/**
 * How a deployed process ends. The framework would answer 500 to whoever waits when SIGTERM comes, and print the
 * messages of foreign errors, which may quote a secret; so its handlers, which it sets as its server begins to listen,
 * give way to ours: what was begun is finished, and a defect is told by its stack alone.
 */
export function endWell(server: Server): void {
  server.once('listening', () => {
    const before = listeners();
    setImmediate(() => {
      for (const [event, listener] of listeners()) {
        if (!before.some(([, known]) => known === listener))
          process.removeListener(event, listener);
      }
      for (const signal of ['SIGTERM', 'SIGINT']) {
        process.once(signal, () => {
          finish(server);
        });
      }
      process.on('uncaughtException', dieOf);
      process.on('unhandledRejection', dieOf);
      process.removeAllListeners('warning').on('warning', logWarning); // Node's own prints the message
    });
  });
}

type Listener = (...given: unknown[]) => void;

function listeners(): [event: string, Listener][] {
  const events = ['SIGTERM', 'SIGINT', 'uncaughtException', 'unhandledRejection', 'exit'];
  return events.flatMap((event) =>
    process
      .rawListeners(event)
      .map((listener): [string, Listener] => [event, listener as Listener]),
  );
}

function finish(server: Server): void {
  setTimeout(() => {
    log('WARNING', 'ended before every request was answered', {});
    process.exit(0);
  }, graceMs).unref();
  const closeIdle = setInterval(() => {
    server.closeIdleConnections(); // a client keeps its connection open after its answer
  }, 50);
  server.close(() => {
    clearInterval(closeIdle);
    process.exit(0);
  });
}

/** Nobody knows in what state the process is: the platform starts another one. */
function dieOf(cause: unknown): void {
  logDefect(cause, { uncaught: true });
  process.exit(1);
}
