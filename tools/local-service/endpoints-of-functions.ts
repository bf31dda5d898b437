import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint } from '../../shared/http/endpoint.ts';

/** Every promise that a function makes to callers, found by its folder: a new function needs no entry anywhere. */
export async function endpointsOfFunctions<Ports>(): Promise<Endpoint<Ports>[]> {
  const folder = join(import.meta.dirname, '../../functions');
  const files = globSync('*/endpoint.ts', { cwd: folder }).sort();
  const modules = await Promise.all(
    files.map(
      async (file) => (await import(join(folder, file))) as Record<string, Endpoint<Ports>>,
    ),
  );
  return modules.flatMap((exported) => Object.values(exported));
}
