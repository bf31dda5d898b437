import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build writes about them. */
const beside = new Set(['sbom', 'source-maps']);

/** The functions that `npm run build` left in a folder. Refuses with what to do where it left none. */
export function bundlesIn(dist: string): string[] {
  const entries = existsSync(dist) ? readdirSync(dist) : [];
  const bundles = entries.filter(
    (name) => !beside.has(name) && statSync(join(dist, name)).isDirectory(),
  );
  if (bundles.length === 0) throw new Error('There are no bundles yet: npm run build.');
  return bundles;
}
