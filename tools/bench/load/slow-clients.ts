import { setTimeout } from 'node:timers/promises';
import type { Answered, Call } from '../../deployed-service/client.ts';
import type { DeployedFunction } from '../../deployed-service/deployed-function.ts';
import { median } from '../median.ts';
import { rssOf } from '../process-use.ts';
import { askAll, forMs } from './ask-all.ts';
import { dribble, endAll, openAmong, type RawClient, rawClients } from './raw-clients.ts';
import type { Verdicts } from './verdicts.ts';

/** A way to use an instance up without asking it anything. */
interface Attack {
  name: string;
  clients: number;
  /** What each says first, and then again and again. */
  first: string;
  more: string;
  everyMs: number;
  /** By then all of them are cut off. */
  cutOffMs: number;
}

const slowMs = 1_000;

export function attacksWith({ headers = {}, path }: Call): Attack[] {
  const given = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `POST ${path} HTTP/1.1\r\nhost: localhost\r\n${given.join('')}`;
  const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
  return [
    {
      name: 'headers, a byte a second',
      clients: 300,
      first: 'GET / HTTP/1.1\r\nx: ',
      more: 'y',
      everyMs: slowMs,
      cutOffMs: 15_000,
    },
    {
      name: 'nothing at all',
      clients: 300,
      first: '',
      more: '',
      everyMs: slowMs,
      cutOffMs: 15_000,
    },
    {
      name: 'bodies, a byte a second',
      clients: 300,
      first: `${head}content-length: 1000\r\n\r\n{`,
      more: ' ',
      everyMs: slowMs,
      cutOffMs: 40_000,
    },
    {
      name: 'endless bodies in chunks',
      clients: 20,
      first: `${head}transfer-encoding: chunked\r\n\r\n`,
      more: chunk,
      everyMs: 10,
      cutOffMs: 15_000,
    },
    {
      name: 'headers without end',
      clients: 20,
      first: 'GET / HTTP/1.1\r\n',
      more: `x: ${'y'.repeat(8_000)}\r\n`,
      everyMs: 10,
      cutOffMs: 5_000,
    },
  ];
}

/** All the while somebody else uses the same instance, and has to be answered as before. */
export async function slowClients(
  { name, port, process: child }: DeployedFunction,
  usual: Call,
  attacks: Attack[],
  verdicts: Verdicts,
): Promise<void> {
  const { title, tell, atMost, exactly } = verdicts;
  title(`${name}: clients that are slow, and never end`);
  const pid = String(child.pid);
  await usually(port, usual, forMs(2_000));
  const before = await usually(port, usual, forMs(2_000));
  const memory = rssOf(pid);
  for (const attack of attacks) {
    const clients = await rawClients(port, attack.clients);
    for (const { socket } of clients) if (attack.first) socket.write(attack.first);
    const over = forMs(attack.cutOffMs);
    const isOver = () => over() || openAmong(clients).length === 0;
    const [meanwhile] = await Promise.all([
      usually(port, usual, isOver),
      attack.more ? dribble(clients, attack.more, attack.everyMs, isOver) : wait(isOver),
    ]);
    exactly(
      `${attack.name}: of ${String(attack.clients)} not cut off`,
      openAmong(clients).length,
      0,
    );
    tell('  … cut off after, the last', `${slowest(clients)} s`);
    atMost('  … others’ median, to that before', meanwhile / before, 2);
    endAll(clients);
  }
  atMost('memory’s growth by all of them', rssOf(pid) - memory, 64, ' MiB');
}

async function usually(port: number, call: Call, until: () => boolean): Promise<number> {
  const took: number[] = [];
  const nextCall = () => call;
  const heard = ({ status, text }: Answered, ms: number) => {
    if (status !== 204) throw new Error(`The other was not answered as usual: ${text}`);
    took.push(ms);
  };
  await askAll(port, { clients: 1, until, nextCall, heard });
  return median(took);
}

async function wait(until: () => boolean): Promise<void> {
  while (!until()) await setTimeout(100);
}

const slowest = (clients: RawClient[]): string =>
  (Math.max(...clients.map(({ closedAfter }) => closedAfter() ?? Infinity)) / 1000).toFixed(1);
