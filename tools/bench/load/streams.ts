import http from 'node:http';
import type { Call } from '../../deployed-service/client.ts';

export interface Stream {
  status: () => number;
  isOpen: () => boolean;
  heard: () => string;
  hangUp: () => void;
}

/** A client of server-sent events on a connection of its own. */
export function openStream(port: number, { method, path, headers, body }: Call): Stream {
  let status = 0;
  let open = true;
  let heard = '';
  const asked = http.request({
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: { ...headers, accept: 'text/event-stream' },
    agent: false,
  });
  const over = () => (open = false);
  asked.once('response', (answer) => {
    status = answer.statusCode ?? 0;
    answer.on('data', (chunk: Buffer) => (heard = (heard + chunk.toString()).slice(-2_000)));
    answer.once('error', over);
    answer.once('close', over);
  });
  asked.once('error', over);
  asked.end(body);
  return {
    status: () => status,
    isOpen: () => open,
    heard: () => heard,
    hangUp() {
      asked.destroy();
    },
  };
}
