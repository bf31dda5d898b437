import { readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Call } from '../../deployed-service/client.ts';
import type { DeployedFunction } from '../../deployed-service/deployed-function.ts';
import { median } from '../median.ts';
import { cpuOf, rssOf } from '../process-use.ts';
import { askAll, forMs, inTurn } from './ask-all.ts';
import type { DrippingGoogle } from './dripping-google.ts';
import { openStream } from './streams.ts';
import type { Verdicts } from './verdicts.ts';

interface About {
  google: DrippingGoogle;
  /** A validation for each of many workspaces. */
  validations: [Call, ...Call[]];
  /** What others ask of the same instance, and how it is answered. */
  usual: Call;
  usualStatus: number;
}

/** To open them all, and until all is over: on a busy machine that takes its time. */
const longestMs = 180_000;

/** So many wait for checks of which Google answers a few bytes a second; the instance goes on answering others. */
export async function openStreams(
  { name, port, process: child }: DeployedFunction,
  count: number,
  { google, validations, usual, usualStatus }: About,
  { title, tell, atMost, exactly }: Verdicts,
): Promise<void> {
  title(`${name}: ${String(count)} open streams`);
  const pid = String(child.pid);
  const [handles, memory] = [handlesOf(pid), rssOf(pid)];
  const before = await othersMedian(port, usual, usualStatus);
  google.drip(true);
  const nextCall = inTurn(validations);
  const streams = Array.from({ length: count }, () => openStream(port, nextCall()));
  let [mostOpen, mostMiB] = [0, 0];
  const late = forMs(longestMs);
  const allBegun = () => {
    const open = streams.filter(({ status, isOpen }) => status() === 200 && isOpen());
    [mostOpen, mostMiB] = [Math.max(mostOpen, open.length), Math.max(mostMiB, rssOf(pid))];
    return late() || streams.every(({ status }) => status() !== 0);
  };
  const opening = await othersMedian(port, usual, usualStatus, allBegun);
  const meanwhile = await othersMedian(port, usual, usualStatus);
  const stillOpen = streams.filter(({ isOpen }) => isOpen()).length;
  exactly('of them begun', streams.filter(({ status }) => status() === 200).length, count);
  tell('open at once, the most', String(mostOpen));
  tell(
    'memory that an open one needs',
    `${(((mostMiB - memory) * 1024) / mostOpen).toFixed(0)} KiB`,
  );
  tell('others’ median before', `${before.toFixed(0)} ms`);
  atMost('others’ median while all of them are opened at once', opening, 5_000, ' ms');
  tell('open still, three seconds later', String(stillOpen));
  atMost('others’ median in these three seconds', meanwhile, 1_000, ' ms');
  for (const { hangUp } of streams) hangUp();
  google.drip(false);
  await nothingLeft({ pid, handles }, { tell, atMost });
}

async function othersMedian(
  port: number,
  call: Call,
  status: number,
  until = forMs(3_000),
): Promise<number> {
  const took: number[] = [];
  await askAll(port, {
    clients: 1,
    until,
    nextCall: () => call,
    heard(answered, ms) {
      took.push(ms);
      if (answered.status !== status) throw new Error(`Not as usual: ${answered.text}`);
    },
  });
  return median(took);
}

/** Once all have hung up: the handles are those from before, and nothing is at work any more. */
export async function nothingLeft(
  { pid, handles }: { pid: string; handles: number },
  { tell, atMost }: Pick<Verdicts, 'tell' | 'atMost'>,
): Promise<void> {
  const began = performance.now();
  const inTime = forMs(longestMs);
  while (!inTime() && (handlesOf(pid) > handles + spareHandles || (await isBusy(pid))))
    await setTimeout(200);
  tell('  … all was over after', `${((performance.now() - began) / 1000).toFixed(1)} s`);
  atMost('handles that are left', handlesOf(pid) - handles, spareHandles);
}

/** Connections to Google's hosts that are kept for the next request. */
const spareHandles = 20;

async function isBusy(pid: string): Promise<boolean> {
  const before = cpuOf(pid);
  await setTimeout(500);
  return cpuOf(pid) - before > 50;
}

export const handlesOf = (pid: string): number => readdirSync(`/proc/${pid}/fd`).length;
