import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { entryOf } from '../bundle/manifest-of.ts';
import { freePort } from '../emulators/free-port.ts';

export interface DeployedFunction {
  name: string;
  port: number;
  process: ChildProcess;
  /** All that it wrote. */
  log: () => string;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

export interface Deployment {
  /** The folder of the function: one of those that `npm run build` leaves in dist/. */
  folder: string;
  target: string;
  /** All of its environment, but for what the platform sets for every function. */
  variables: Record<string, string>;
  /** Hears what the function writes. */
  hear?: (text: string) => void;
}

const framework = join(
  import.meta.dirname,
  '../../node_modules/@google-cloud/functions-framework/build/src/main.js',
);

/** One bundle as the platform runs it, listening. */
export async function deployFunction(
  name: string,
  dist: string,
  variables: Record<string, string>,
  hear?: (text: string) => void,
): Promise<DeployedFunction> {
  const folder = join(dist, name);
  if (!existsSync(folder)) throw new Error(`There is no bundle of ${name}: npm run build.`);
  const started = await spawnFunction({
    folder,
    target: entryOf(name),
    variables: { NODE_COMPILE_CACHE: join(folder, '.compile-cache'), ...variables },
    ...(hear && { hear }),
  });
  await listening(started);
  return { name, ...started };
}

/** The real framework in a process of its own, with one function in it. Nobody waits until it listens. */
export async function spawnFunction({ folder, target, variables, hear }: Deployment) {
  const port = await freePort();
  const child = spawn(process.execPath, [framework, `--target=${target}`], {
    cwd: folder,
    env: { NODE_ENV: 'production', PORT: String(port), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      hear?.(chunk.toString());
    });
  }
  const ended = once(child, 'close');
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  return {
    port,
    process: child,
    log: () => said,
    async stop(signal: NodeJS.Signals = 'SIGTERM') {
      process.removeListener('exit', endWithUs);
      child.kill(signal);
      await ended;
    },
  };
}

async function listening({
  port,
  process: child,
  log,
}: Omit<DeployedFunction, 'name'>): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The function ended: ${log()}`);
    }
    const answered = await fetch(`http://127.0.0.1:${String(port)}`, { method: 'OPTIONS' }).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await setTimeout(10);
  }
}
