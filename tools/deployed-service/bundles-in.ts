import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The functions that `npm run build` left in a folder. */
export function bundlesIn(dist: string): string[] {
  return readdirSync(dist).filter(
    (name) => name !== 'source-maps' && statSync(join(dist, name)).isDirectory(),
  );
}
