import { once } from 'node:events';
import net from 'node:net';
import { setTimeout } from 'node:timers/promises';

export interface RawClient {
  socket: net.Socket;
  /** What came back until now. */
  heard: () => string;
  /** In milliseconds since it connected; undefined while it is open. */
  closedAfter: () => number | undefined;
}

/** Connections on which bytes go as they are told, well-formed or not. */
export async function rawClients(port: number, count: number): Promise<RawClient[]> {
  return Promise.all(Array.from({ length: count }, async () => rawClient(port)));
}

async function rawClient(port: number): Promise<RawClient> {
  const socket = net.connect({ host: '127.0.0.1', port });
  socket.on('error', () => undefined); // cut off, as it should be
  await once(socket, 'connect');
  const began = performance.now();
  let heard = '';
  let closed: number | undefined;
  socket.on('data', (chunk: Buffer) => {
    if (heard.length < 4_000) heard += chunk.toString('latin1');
  });
  socket.once('close', () => (closed = performance.now() - began));
  return { socket, heard: () => heard, closedAfter: () => closed };
}

/** Each writes again and again, until it is cut off or the time is over. */
export async function dribble(
  clients: RawClient[],
  text: string,
  everyMs: number,
  until: () => boolean,
): Promise<void> {
  while (!until() && clients.some(({ socket }) => socket.writable)) {
    for (const { socket } of clients) if (socket.writable) socket.write(text);
    await setTimeout(everyMs);
  }
}

export const openAmong = (clients: RawClient[]): RawClient[] =>
  clients.filter(({ closedAfter }) => closedAfter() === undefined);

export function endAll(clients: RawClient[]): void {
  for (const { socket } of clients) socket.destroy();
}
