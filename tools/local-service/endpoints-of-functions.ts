import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint } from '../../shared/http/endpoint.ts';

/** Every function's promise, found by its folder: a new function needs no entry anywhere. */
export async function endpointsOfFunctions<Ports>(): Promise<Endpoint<Ports>[]> {
  const folder = join(import.meta.dirname, '../../functions');
  const names = readdirSync(folder).sort();
  const modules = await Promise.all(
    names.map(
      async (name) =>
        (await import(join(folder, name, 'endpoint.ts'))) as Record<string, Endpoint<Ports>>,
    ),
  );
  return modules.flatMap((exported) => Object.values(exported));
}
