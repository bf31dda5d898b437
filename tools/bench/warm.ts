import http from 'node:http';
import { join } from 'node:path';
import { type Call, ask } from '../deployed-service/client.ts';
import {
  type DeployedFunction,
  deployFunction,
  spawnFunction,
} from '../deployed-service/deployed-function.ts';
import { type BenchPlatform, benchPlatform } from './bench-platform.ts';
import { helloIn } from './hello-in.ts';
import { median } from './median.ts';
import { cpuOf, rssOf } from './process-use.ts';
import { realCalls } from './real-calls.ts';

const requests = 1_000;
const concurrencies = [1, 10, 80];
/** The others need something made before each request, or wait for the emulator's locks, and would measure that. */
const repeatable = ['list-connectors', 'browse-tables', 'validate-connection'];
/** Requests are spread over so many workspaces, as the platform's are. */
const workspaces = 50;

interface Warm {
  cpuMs: number;
  medianMs: number;
  slowestMs: number;
  rssMiB: number;
}

/**
 * What a request costs an instance that is warm: CPU a request, how long it takes, memory afterwards; at 1, 10 and 80
 * at once. The baseline is the framework's hello under the same load.
 */
export async function benchWarm(): Promise<void> {
  const platform = await benchPlatform();
  try {
    console.log(`${String(requests)} requests to one warm instance; ratios are to the hello`);
    console.log(
      `${''.padEnd(20)} at once   CPU ms  ratio   median ms   slowest ms   RSS MiB  ratio`,
    );
    const hello = await spawnFunction(helloIn(platform.dist));
    const base = await rows('hello', { ...hello, name: 'hello' }, [{ path: '/' }]);
    await hello.stop();
    for (const name of repeatable) {
      const started = await deployFunction(name, platform.dist, {
        ...platform.variables,
        NODE_COMPILE_CACHE: join(platform.dist, name, '.compile-cache'),
      });
      await rows(name, started, await callsOf(platform, name), base);
      await started.stop();
    }
  } finally {
    await platform.close();
  }
}

async function callsOf(platform: BenchPlatform, name: string): Promise<Call[]> {
  const calls: Call[] = [];
  for (let n = 0; n < workspaces; n += 1) {
    const real = await realCalls(platform)[name]?.(`warm-${name}-${String(n)}`);
    if (real) calls.push(real.call);
  }
  return calls;
}

async function rows(
  name: string,
  started: DeployedFunction,
  calls: Call[],
  base: Warm[] = [],
): Promise<Warm[]> {
  await load(started, calls, 10, 100);
  const measured: Warm[] = [];
  for (const [place, concurrency] of concurrencies.entries()) {
    const warm = await load(started, calls, concurrency, requests);
    measured.push(warm);
    const { cpuMs, rssMiB } = base[place] ?? warm;
    console.log(
      [
        name.padEnd(20),
        String(concurrency).padStart(7),
        warm.cpuMs.toFixed(2).padStart(8),
        (warm.cpuMs / cpuMs).toFixed(1).padStart(6),
        warm.medianMs.toFixed(1).padStart(11),
        warm.slowestMs.toFixed(0).padStart(12),
        warm.rssMiB.toFixed(0).padStart(9),
        (warm.rssMiB / rssMiB).toFixed(2).padStart(6),
      ].join(' '),
    );
  }
  return measured;
}

/** Every answer has to be a good one: a refusal would be cheap. */
async function load(
  { port, process: child, log }: DeployedFunction,
  calls: Call[],
  concurrency: number,
  total: number,
): Promise<Warm> {
  const pid = String(child.pid);
  const agent = new http.Agent({ keepAlive: true, maxSockets: concurrency });
  const took: number[] = [];
  let next = 0;
  const before = cpuOf(pid);
  const worker = async () => {
    while (next < total) {
      const call = calls[next % calls.length];
      next += 1;
      const began = performance.now();
      const answered = call && (await askWhenUp(port, call, agent));
      took.push(performance.now() - began);
      if (!answered || answered.status >= 300) {
        throw new Error(`Not a good answer: ${answered?.text ?? ''}\n${log().slice(-2000)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  agent.destroy();
  return {
    cpuMs: (cpuOf(pid) - before) / total,
    medianMs: median(took),
    slowestMs: Math.max(...took),
    rssMiB: rssOf(pid),
  };
}

async function askWhenUp(port: number, call: Call, agent: http.Agent) {
  for (;;) {
    try {
      return await ask(port, call, agent);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error;
    }
  }
}
