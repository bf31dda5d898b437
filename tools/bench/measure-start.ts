import { setTimeout } from 'node:timers/promises';
import { cpuOf, rssOf } from './process-use.ts';
import { ask, type Answered, type Call } from '../deployed-service/client.ts';
import { type Deployment, spawnFunction } from '../deployed-service/deployed-function.ts';

export interface MeasuredStart {
  /** Of the process and all its threads, until the answer has arrived. */
  cpuMs: number;
  wallMs: number;
  rssMiB: number;
  log: string;
}

/** Starts a process and asks it until it answers for the first time. Linux: it reads /proc. */
export async function measureStart(
  deployment: Deployment,
  { call, status }: { call: Call; status: number },
): Promise<MeasuredStart> {
  const began = performance.now();
  const started = await spawnFunction(deployment);
  const answered = await firstAnswer(started.port, call, () => started.process.exitCode !== null);
  const wallMs = performance.now() - began;
  const pid = String(started.process.pid);
  const cpuMs = cpuOf(pid);
  const rssMiB = rssOf(pid);
  await started.stop();
  if (answered?.status !== status) {
    throw new Error(
      `Not the answer that was to be measured: ${answered?.text ?? ''}\n${started.log()}`,
    );
  }
  return { cpuMs, wallMs, rssMiB, log: started.log() };
}

async function firstAnswer(
  port: number,
  call: Call,
  ended: () => boolean,
): Promise<Answered | undefined> {
  while (!ended()) {
    const answered = await ask(port, call).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error;
      return undefined;
    });
    if (answered) return answered;
    await setTimeout(3);
  }
  return undefined;
}
