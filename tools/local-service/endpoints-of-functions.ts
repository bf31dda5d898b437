import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint } from '../../shared/http/endpoint.ts';
import type { MachineEndpoint } from '../../shared/http/machine-endpoint.ts';

/** Every promise that a function makes to people, found by its folder: a new function needs no entry anywhere. */
export async function endpointsOfFunctions<Ports>(): Promise<Endpoint<Ports>[]> {
  const all = await promises<Ports>();
  return all.filter((each): each is Endpoint<Ports> => !isForMachines(each));
}

/** And those that are made to machines of the deployment alone. */
export async function machineEndpointsOfFunctions<Ports>(): Promise<MachineEndpoint<Ports>[]> {
  return (await promises<Ports>()).filter(isForMachines);
}

type Promised<Ports> = Endpoint<Ports> | MachineEndpoint<Ports>;

async function promises<Ports>(): Promise<Promised<Ports>[]> {
  const folder = join(import.meta.dirname, '../../functions');
  const files = globSync('*/endpoint.ts', { cwd: folder }).sort();
  const modules = await Promise.all(
    files.map(
      async (file) => (await import(join(folder, file))) as Record<string, Promised<Ports>>,
    ),
  );
  return modules.flatMap((exported) => Object.values(exported));
}

function isForMachines<Ports>(promised: Promised<Ports>): promised is MachineEndpoint<Ports> {
  return 'callers' in promised;
}
