import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Manifest {
  version: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** A package and all that it needs, as they are installed and as Node finds them: by folder, with their versions. */
export function packagesNeededBy(name: string): Record<string, string> {
  const found = new Map<string, string>();
  const visit = (folder: string) => {
    if (found.has(folder)) return;
    const file = readFileSync(join(folder, 'package.json'), 'utf8');
    const { version, dependencies, optionalDependencies } = JSON.parse(file) as Manifest;
    found.set(folder, version);
    for (const need of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = nearest(folder, need);
      if (place !== undefined) visit(place); // an optional one may be missing here
    }
  };
  visit(join('node_modules', name));
  return Object.fromEntries(found);
}

function nearest(from: string, name: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, 'node_modules', name);
    if (!folder.endsWith('node_modules') && existsSync(join(place, 'package.json'))) return place;
    if (folder === '.') return undefined;
  }
}
