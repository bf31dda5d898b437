import { join } from 'node:path';
import { entryOf } from '../bundle/manifest-of.ts';
import type { Deployment } from '../deployed-service/deployed-function.ts';
import { type BenchPlatform, benchPlatform } from './bench-platform.ts';
import { helloIn } from './hello-in.ts';
import { type MeasuredStart, measureStart } from './measure-start.ts';
import { median } from './median.ts';
import { realCalls } from './real-calls.ts';

const rounds = 15;
const roundsOfPhases = 5;

/**
 * From the start of a process to its first real answer: the token verified, records and keys read and written as the
 * function's job demands. The baseline is the framework with a hello in index.js; all take turns, so that what else the
 * machine does meets all alike. CPU is what counts: the time on the wall also holds what the stand-ins take.
 */
export async function benchColdStart(): Promise<void> {
  const platform = await benchPlatform();
  try {
    const hello = helloIn(platform.dist);
    const measured = new Map<string, MeasuredStart[]>([['hello', []]]);
    for (let round = 0; round < rounds; round += 1) {
      push(measured, 'hello', await measureStart(hello, { call: { path: '/' }, status: 200 }));
      for (const name of platform.names) push(measured, name, await start(platform, name, round));
    }
    tell(measured);
    await tellPhases(platform, hello);
  } finally {
    await platform.close();
  }
}

async function start(
  platform: BenchPlatform,
  name: string,
  round: number,
  more: Record<string, string> = {},
): Promise<MeasuredStart> {
  const real = await realCalls(platform)[name]?.(`bench-${name}-${String(round)}`);
  if (!real) throw new Error(`Say in tools/bench/real-calls.ts what ${name} is to be asked.`);
  return measureStart(deploymentOf(platform, name, more), real);
}

function deploymentOf(
  { dist, variables }: BenchPlatform,
  name: string,
  more: Record<string, string>,
): Deployment {
  const folder = join(dist, name);
  const NODE_COMPILE_CACHE = join(folder, '.compile-cache');
  return {
    folder,
    target: entryOf(name),
    variables: { ...variables, NODE_COMPILE_CACHE, ...more },
  };
}

function push(all: Map<string, MeasuredStart[]>, name: string, one: MeasuredStart): void {
  all.set(name, [...(all.get(name) ?? []), one]);
}

function tell(measured: Map<string, MeasuredStart[]>): void {
  const row = (name: string) => {
    const starts = measured.get(name) ?? [];
    return {
      cpu: median(starts.map(({ cpuMs }) => cpuMs)),
      wall: median(starts.map(({ wallMs }) => wallMs)),
      rss: median(starts.map(({ rssMiB }) => rssMiB)),
    };
  };
  const hello = row('hello');
  console.log(`cold start to the first real answer, medians of ${String(rounds)} rounds in turn`);
  console.log(`${''.padEnd(20)}   CPU ms  ratio   wall ms  ratio    RSS MiB  ratio`);
  for (const name of measured.keys()) {
    const { cpu, wall, rss } = row(name);
    const cells = [cell(cpu, hello.cpu), cell(wall, hello.wall), cell(rss, hello.rss)];
    console.log(`${name.padEnd(20)} ${cells.join('   ')}`);
  }
}

const cell = (value: number, base: number) =>
  `${value.toFixed(0).padStart(7)} ${(value / base).toFixed(2).padStart(6)}`;

async function tellPhases(platform: BenchPlatform, hello: Deployment): Promise<void> {
  const preload = `--require ${JSON.stringify(join(import.meta.dirname, 'phases.cjs'))}`;
  const options = { NODE_OPTIONS: `${platform.variables.NODE_OPTIONS ?? ''} ${preload}` };
  const logs = new Map<string, string[]>();
  const keep = (name: string, { log }: MeasuredStart) =>
    logs.set(name, [...(logs.get(name) ?? []), log]);
  const plain = { ...hello, variables: { NODE_OPTIONS: preload } };
  for (let round = rounds; round < rounds + roundsOfPhases; round += 1) {
    keep('hello', await measureStart(plain, { call: { path: '/' }, status: 200 }));
    for (const name of platform.names) keep(name, await start(platform, name, round, options));
  }
  console.log(`\nwhere the CPU time goes, ms, medians of ${String(roundsOfPhases)} rounds`);
  console.log(`${''.padEnd(20)} ${phases.map((name) => name.padStart(10)).join('')}`);
  for (const [name, texts] of logs) {
    const each = texts.map(phasesIn);
    const cells = phases.map((phase) =>
      median(each.map((one) => one[phase] ?? NaN))
        .toFixed(0)
        .padStart(10),
    );
    console.log(`${name.padEnd(20)} ${cells.join('')}`);
  }
}

/** Node and the framework; the function's file; until it listens; until the request is there; until it is answered. */
const phases = ['framework', 'function', 'listen', 'wait', 'answer'];

function phasesIn(log: string): Record<string, number> {
  const borders = JSON.parse(/PHASES (.*)/.exec(log)?.[1] ?? '[]') as [string, number][];
  return Object.fromEntries(
    borders.map(([name, at], place) => [name, at - (borders[place - 1]?.[1] ?? 0)]),
  );
}
