import { readFileSync } from 'node:fs';

interface Lock {
  name: string;
  lockfileVersion: number;
  packages: Record<string, LockedPackage>;
}

interface LockedPackage {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  [member: string]: unknown;
}

const framework = '@google-cloud/functions-framework';

/**
 * What the platform installs beside a bundle: the functions framework alone, in the very versions of our own lock. After
 * that it runs `gcp-build` (https://cloud.google.com/docs/buildpacks/nodejs), which fills the code cache.
 */
export function manifestOf(name: string): Map<string, string> {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const version = lock.packages[`node_modules/${framework}`]?.version ?? '';
  const manifest = {
    name,
    version: '1.0.0',
    private: true,
    main: 'index.cjs',
    engines: { node: '24' },
    scripts: { 'gcp-build': `node warm-up.cjs ${entryOf(name)}` },
    dependencies: { [framework]: version },
  };
  const root = { name, version: '1.0.0', dependencies: manifest.dependencies };
  const packages = { '': root, ...closure(lock, `node_modules/${framework}`) };
  const locked = { name, version: '1.0.0', lockfileVersion: 3, requires: true, packages };
  return new Map([
    ['package.json', text(manifest)],
    ['package-lock.json', text(locked)],
  ]);
}

/** A package of the lock and all that it needs, found as Node finds them. */
function closure({ packages }: Lock, start: string): Record<string, LockedPackage> {
  const found = new Map<string, LockedPackage>();
  const waiting = [start];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const locked = packages[path];
    if (!locked || found.has(path)) continue;
    const { dev: _dev, devOptional: _devOptional, ...kept } = locked;
    found.set(path, kept);
    const needs = { ...locked.dependencies, ...locked.optionalDependencies };
    for (const name of Object.keys(needs)) waiting.push(placeOf(packages, path, name));
  }
  return Object.fromEntries([...found].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The nearest `node_modules` above that has it. */
function placeOf(packages: Lock['packages'], from: string, name: string): string {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    const place = `${folder}/node_modules/${name}`;
    if (packages[place]) return place;
    if (!folder.includes('/node_modules/')) return `node_modules/${name}`;
  }
}

const text = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** `list-connectors` → `listConnectors`, the export that is the function. */
export function entryOf(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
