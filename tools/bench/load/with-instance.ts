import { join } from 'node:path';
import { type DeployedFunction, deployFunction } from '../../deployed-service/deployed-function.ts';
import type { BenchPlatform } from '../bench-platform.ts';

/** One process of a function as it is deployed, with variables of its own. */
export async function deployed(
  platform: BenchPlatform,
  name: string,
  variables: Record<string, string>,
): Promise<DeployedFunction> {
  return deployFunction(name, platform.dist, {
    ...platform.variables,
    NODE_COMPILE_CACHE: join(platform.dist, name, '.compile-cache'),
    ...variables,
  });
}

/** One that is there as long as it is used. */
export async function withInstance(
  platform: BenchPlatform,
  name: string,
  variables: Record<string, string>,
  use: (instance: DeployedFunction) => Promise<void>,
): Promise<void> {
  const instance = await deployed(platform, name, variables);
  await use(instance).finally(async () => instance.stop('SIGKILL'));
}
