import http from 'node:http';
import https from 'node:https';

const trustedMs = 60_000;

/**
 * Connections that are used again, but not after a minute's rest: an instance of a function sleeps between requests, and
 * the other end may have closed meanwhile, which a call that may not be repeated would pay for.
 */
export function lastingAgent(protocol: 'http:' | 'https:', now: () => number = Date.now) {
  const options = { keepAlive: true };
  const agent = protocol === 'https:' ? new https.Agent(options) : new http.Agent(options);
  let usedAt = now();
  return {
    /** The agent for a call that begins now. */
    forCall(): http.Agent {
      if (now() - usedAt > trustedMs)
        for (const socket of Object.values(agent.freeSockets).flat()) socket?.destroy();
      usedAt = now();
      return agent;
    },
    close() {
      agent.destroy();
    },
  };
}
