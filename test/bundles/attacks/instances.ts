import {
  type DeployedFunction,
  deployFunction,
} from '../../../tools/deployed-service/deployed-function.ts';
import type { Target } from '../../service/attacks/target.ts';
import { dist } from '../deployed-platform.ts';

type Instances = Pick<Target, 'at' | 'log' | 'processOf'> & { stop: () => Promise<void> };

/** One process a function, as the platform runs them. */
export async function instances(
  names: string[],
  variables: Record<string, string>,
): Promise<Instances> {
  process.setMaxListeners(100); // each instance ends with this process, however that ends
  const started = await Promise.all(
    names.map(async (name) => deployFunction(name, dist, variables)),
  );
  const of = (name: string): DeployedFunction => {
    const found = started.find((each) => each.name === name);
    if (!found) throw new Error(`There is no instance of ${name}.`);
    return found;
  };
  return {
    at: (name) => ({
      port: of(name).port,
      folder: '',
      host: `europe-west1-demo-connectors.cloudfunctions.net`,
    }),
    processOf: (name) => of(name).process.pid ?? 0,
    log: () => started.map(({ log }) => log()).join('\n'),
    async stop() {
      await Promise.all(started.map(async ({ stop }) => stop()));
    },
  };
}
