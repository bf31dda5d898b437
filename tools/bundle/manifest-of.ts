import { closureOf, readLock, type LockedPackage } from './package-lock.ts';

const framework = '@google-cloud/functions-framework';

/**
 * What the platform installs beside a bundle: the functions framework alone, in the very versions of our own lock. After
 * that it runs `gcp-build` (https://cloud.google.com/docs/buildpacks/nodejs), which fills the code cache.
 */
export function manifestOf(name: string): Map<string, string> {
  const installed = installedBeside();
  const version = installed[`node_modules/${framework}`]?.version ?? '';
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
  const packages = { '': root, ...installed };
  const locked = { name, version: '1.0.0', lockfileVersion: 3, requires: true, packages };
  return new Map([
    ['package.json', text(manifest)],
    ['package-lock.json', text(locked)],
  ]);
}

/** The functions framework and all that it needs, by the folder in which npm lays each. */
export function installedBeside(): Record<string, LockedPackage> {
  const closure = Object.entries(closureOf(readLock(), `node_modules/${framework}`));
  return Object.fromEntries(
    closure.map(([path, { dev: _dev, devOptional: _devOptional, ...kept }]) => [path, kept]),
  );
}

const text = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** `list-connectors` → `listConnectors`, the export that is the function. */
export function entryOf(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
