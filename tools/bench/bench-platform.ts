import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startSandbox } from '../../sandbox/start-sandbox.ts';
import { entryOf } from '../bundle/manifest-of.ts';
import { bundlesIn } from '../deployed-service/bundles-in.ts';
import { ask, type Answered, type Call } from '../deployed-service/client.ts';
import { deployFunction } from '../deployed-service/deployed-function.ts';
import { hardlyLimited } from '../deployed-service/hardly-limited.ts';
import {
  type Platform,
  type PlatformOptions,
  startPlatform,
} from '../deployed-service/platform.ts';
import { signingIssuer } from '../deployed-service/signing-issuer.ts';

export interface BenchPlatform extends Platform {
  dist: string;
  names: string[];
  goodKey: Uint8Array;
  /** Headers of an editor's JSON request. */
  headers: (workspace: string) => Promise<Record<string, string>>;
  /** Asks an instance that was up before; for what a measured request needs to be there. */
  prepare: (name: string, call: Call) => Promise<Answered>;
}

/** The bundles, built as the platform builds them, with their code cache, and all that they ask. */
export async function benchPlatform(around?: PlatformOptions['around']): Promise<BenchPlatform> {
  const stateFolder = await mkdtemp(join(tmpdir(), 'bench-'));
  const dist = join(stateFolder, 'dist');
  execFileSync(process.execPath, ['tools/build.ts', '--out', dist], { stdio: 'ignore' });
  const names = bundlesIn(dist);
  for (const name of names) {
    const env = { ...process.env, NODE_PATH: resolve('node_modules') };
    execFileSync(process.execPath, ['warm-up.cjs', entryOf(name)], { cwd: join(dist, name), env });
  }
  const sandbox = await startSandbox({ stateFolder });
  const { listener: issuer, audience, token } = await signingIssuer();
  const platform = await startPlatform({
    sandbox,
    issuer,
    audience,
    origins: [],
    limits: hardlyLimited,
    ...(around && { around }),
  });
  const warm = await Promise.all(
    names.map((name) => deployFunction(name, dist, platform.variables)),
  );
  const ports = new Map(warm.map(({ name, port }) => [name, port]));
  // What check-connectors finds due is done, so that each measured pass finds its own alone.
  platform.machines.reach('check-connector', ports.get('check-connector') ?? 0);
  return {
    ...platform,
    dist,
    names,
    goodKey: await readFile(join(stateFolder, 'keys/good.json')),
    headers: async (workspace) => ({
      authorization: `Bearer ${await token(workspace)}`,
      'content-type': 'application/json',
    }),
    prepare: (name, call) => ask(ports.get(name) ?? 0, call),
    async close() {
      await Promise.all(warm.map(({ stop }) => stop()));
      await platform.close();
      await sandbox.close();
      await rm(stateFolder, { recursive: true, force: true });
    },
  };
}
