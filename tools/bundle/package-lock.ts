import { readFileSync } from 'node:fs';

export interface Lock {
  name: string;
  lockfileVersion: number;
  packages: Record<string, LockedPackage>;
}

export interface LockedPackage {
  version?: string;
  license?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  [member: string]: unknown;
}

export function readLock(): Lock {
  return JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
}

/** A package of the lock and all that it needs, found as Node finds them. */
export function closureOf({ packages }: Lock, start: string): Record<string, LockedPackage> {
  const found = new Map<string, LockedPackage>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const locked = packages[path];
    if (!locked || found.has(path)) continue;
    found.set(path, locked);
    waiting.push(...needsOf(packages, path));
  }
  return Object.fromEntries([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Where the packages lie that one needs. */
export function needsOf(packages: Lock['packages'], path: string): string[] {
  const { dependencies, optionalDependencies } = packages[path] ?? {};
  const names = Object.keys({ ...dependencies, ...optionalDependencies });
  return names.map((name) => placeOf(packages, path, name));
}

/** The nearest `node_modules` above that has it. */
function placeOf(packages: Lock['packages'], from: string, name: string): string {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    const place = `${folder}/node_modules/${name}`;
    if (packages[place]) return place;
    if (!folder.includes('/node_modules/')) return `node_modules/${name}`;
  }
}
