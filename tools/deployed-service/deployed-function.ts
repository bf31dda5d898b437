import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../emulators/free-port.ts';
import { entryOf } from '../bundle/manifest-of.ts';

export interface DeployedFunction {
  name: string;
  port: number;
  process: ChildProcess;
  /** All that it wrote. */
  log: () => string;
  stop: (signal?: NodeJS.Signals) => Promise<void>;
}

export interface Deployment {
  /** The folder of `npm run build`. */
  dist: string;
  /** The variables that Terraform would set, and those that lead to this machine. */
  variables: Record<string, string>;
  /** Hears what the function writes. */
  hear?: (text: string) => void;
}

const framework = join(
  import.meta.dirname,
  '../../node_modules/@google-cloud/functions-framework/build/src/main.js',
);

/** One bundle as the platform runs it: the real framework in a process of its own. Gives it when it listens. */
export async function deployFunction(
  name: string,
  { dist, variables, hear }: Deployment,
): Promise<DeployedFunction> {
  const folder = join(dist, name);
  if (!existsSync(folder)) throw new Error(`There is no bundle of ${name}: npm run build.`);
  const port = await freePort();
  const child = spawn(process.execPath, [framework, `--target=${entryOf(name)}`], {
    cwd: folder,
    env: {
      NODE_ENV: 'production',
      NODE_COMPILE_CACHE: join(folder, '.compile-cache'),
      PORT: String(port),
      ...variables,
    },
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
  await listening(port, child, () => said);
  return {
    name,
    port,
    process: child,
    log: () => said,
    async stop(signal = 'SIGTERM') {
      process.removeListener('exit', endWithUs);
      child.kill(signal);
      await ended;
    },
  };
}

async function listening(port: number, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The function ended: ${said()}`);
    }
    const answered = await fetch(`http://127.0.0.1:${String(port)}`, { method: 'OPTIONS' }).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await setTimeout(10);
  }
}
