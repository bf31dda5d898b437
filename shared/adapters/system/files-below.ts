import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder, by its path in it. */
export function filesBelow(folder: string): ReadonlyMap<string, Uint8Array> {
  const paths = globSync('**/*.*', { cwd: folder });
  return new Map(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))]),
  );
}
