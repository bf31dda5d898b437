import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../../sandbox/start-sandbox.ts';
import { type Answered, ask } from '../../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../../tools/deployed-service/deployed-function.ts';
import type { PlatformOptions } from '../../../tools/deployed-service/platform.ts';
import { newStateFolder, privateKeysIn, removeFolder } from '../../service/running-service.ts';
import { leaks } from '../../support/key-canary.ts';
import { type DeployedPlatform, deployedPlatform, type Given } from '../deployed-platform.ts';

export interface DeployedFunctions {
  platform: DeployedPlatform;
  sandbox: Sandbox;
  /** A file of the sample keys. */
  keyFile: (name: string) => Buffer;
  /** The text of a key file that Google knows. */
  goodKey: string;
  of: (name: string) => DeployedFunction;
  /** Asks a function as an editor of `acme`, or in another role. */
  ask: (name: string, line: string, given?: Given) => Promise<Answered>;
  /** Of every sample key. */
  privateKeys: string[];
  /** Where something of a sample key stands. */
  canary: (where: string, content: string) => string[];
  /** Ends all processes, so that all that they wrote is heard. */
  stop: () => Promise<void>;
  close: () => Promise<void>;
}

/** One instance of each function, over a Google that has data. */
export async function deployedFunctions(
  names: string[],
  around: PlatformOptions['around'] & object,
): Promise<DeployedFunctions> {
  const stateFolder = newStateFolder();
  const sandbox = await startSandbox({ stateFolder, rowsOfLargestTable: 2000 });
  const platform = await deployedPlatform({ sandbox, around });
  const started = await Promise.all(names.map(async (name) => platform.deploy(name)));
  const functions = new Map(started.map((each) => [each.name, each]));
  for (const { name, port } of started) platform.machines.reach(name, port);
  const privateKeys = privateKeysIn(stateFolder);
  const of = (name: string) => {
    const found = functions.get(name);
    if (!found) throw new Error(`${name} was not started.`);
    return found;
  };
  const stop = async () => {
    await Promise.all(started.map(async (each) => each.stop()));
  };
  return {
    platform,
    sandbox,
    privateKeys,
    keyFile: (name) => readFileSync(join(sandbox.keysFolder, name)),
    goodKey: readFileSync(join(sandbox.keysFolder, 'good.json'), 'utf8'),
    of,
    ask: async (name, line, given) =>
      ask(of(name).port, await platform.request('acme', line, given)),
    canary: (where, content) => leaks(privateKeys, [{ where, content }]),
    stop,
    async close() {
      await stop();
      await platform.close();
      await sandbox.close();
      removeFolder(stateFolder);
    },
  };
}
