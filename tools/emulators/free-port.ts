import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';

/** Below those that a system hands out to whoever asks for any (Linux: from 32768 on): none of those takes it meanwhile. */
const [first, last] = [10_000, 32_000];
const place = { next: randomInt(first, last) };

/** A port of this machine that nobody listens at; another one each time. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = place.next;
    place.next = port < last ? port + 1 : first;
    if (await isFree(port)) return port;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = net.createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
