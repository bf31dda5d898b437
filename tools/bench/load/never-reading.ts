import { setTimeout } from 'node:timers/promises';
import { type Call, ask } from '../../deployed-service/client.ts';
import type { DeployedFunction } from '../../deployed-service/deployed-function.ts';
import { rssOf } from '../process-use.ts';
import { endAll, openAmong, rawClients } from './raw-clients.ts';
import type { Verdicts } from './verdicts.ts';

const clients = 100;
const requestsOfEach = 2_000;
const observedMs = 3_000;

/** Clients that ask and ask on one connection, and never read an answer: what they are owed may not pile up. */
export async function neverReading(
  { name, port, process: child }: DeployedFunction,
  { path, headers = {} }: Call,
  { title, tell, atMost, exactly }: Verdicts,
): Promise<void> {
  title(`${name}: ${String(clients)} clients that never read`);
  const pid = String(child.pid);
  await ask(port, { path, headers });
  const memory = rssOf(pid);
  const given = Object.entries(headers).map(([header, value]) => `${header}: ${value}\r\n`);
  const request = `GET ${path} HTTP/1.1\r\nhost: localhost\r\n${given.join('')}\r\n`;
  const deaf = await rawClients(port, clients);
  for (const { socket } of deaf) {
    socket.pause();
    socket.write(request.repeat(requestsOfEach));
  }
  await setTimeout(observedMs);
  const began = performance.now();
  const { status } = await ask(port, { path, headers });
  exactly('another one is answered with', status, 200);
  tell('  … after', `${(performance.now() - began).toFixed(0)} ms`);
  atMost('memory’s growth', rssOf(pid) - memory, 96, ' MiB');
  for (const { socket } of deaf) socket.resume(); // now they would hear that they are cut off
  await setTimeout(observedMs);
  exactly('of them not cut off', openAmong(deaf).length, 0);
  endAll(deaf);
}
