import type { Answered } from '../../../tools/deployed-service/client.ts';
import { ask } from '../../../tools/deployed-service/client.ts';
import type { DeployedFunction } from '../../../tools/deployed-service/deployed-function.ts';
import type { PlatformOptions } from '../../../tools/deployed-service/platform.ts';
import { type DeployedPlatform, deployedPlatform } from '../deployed-platform.ts';
import { type Checking, type Differently, machineCall } from './machine-call.ts';

export interface Checkers {
  platform: DeployedPlatform;
  of: (name: Checking) => DeployedFunction;
  /** Asks as the queue does, but for what is told. */
  ask: (to: Checking, differently?: Differently) => Promise<Answered>;
  close: () => Promise<void>;
}

/** One instance of each function that checks, where queue and schedule find them. */
export async function checkers(
  options: Pick<PlatformOptions, 'sandbox' | 'around' | 'queue'>,
): Promise<Checkers> {
  const platform = await deployedPlatform(options);
  const { machines } = platform;
  const names = ['check-connector', 'check-connectors'] as const;
  const [one, all] = await Promise.all([platform.deploy(names[0]), platform.deploy(names[1])]);
  const functions = { 'check-connector': one, 'check-connectors': all };
  for (const name of names) machines.reach(name, functions[name].port);
  return {
    platform,
    of: (name) => functions[name],
    ask: async (to, differently) =>
      ask(functions[to].port, await machineCall(machines, to, differently)),
    async close() {
      await Promise.all([one.stop(), all.stop()]);
      await platform.close();
    },
  };
}
