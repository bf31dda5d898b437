import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleFunction } from '../../tools/bundle/bundle-function.ts';
import { licencesOf } from '../../tools/bundle/licences-of.ts';
import { manifestOf } from '../../tools/bundle/manifest-of.ts';
import { packagesNeededBy } from './packages-needed-by.ts';

const names = globSync('functions/*/index.ts').map((path) => basename(dirname(path)));

test.each(names)('%s brings the licence of every package in it', async (name) => {
  const { inputs } = await bundleFunction(name);

  const headings = licencesOf(inputs).match(/^.+(?= \(.+\)\n=+$)/gm);

  const folders = inputs
    .map((path) => path.replace(/^[\w-]+:/, '')) // esbuild's word for what a plugin has read
    .map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0])
    .filter((folder) => folder !== undefined);
  const bundled = new Set(folders.map(nameAndVersion));
  expect(bundled).toContain(nameAndVersion('node_modules/zod'));
  expect(headings?.toSorted()).toEqual([...bundled].toSorted());
});

test('beside a bundle the framework alone is installed, with all that it needs and nothing more', () => {
  const manifest = manifestOf('save-connector');
  const framework = '@google-cloud/functions-framework';

  const { dependencies } = JSON.parse(manifest.get('package.json') ?? '') as {
    dependencies: object;
  };
  const { packages } = JSON.parse(manifest.get('package-lock.json') ?? '') as {
    packages: Record<string, { version?: string; integrity?: string }>;
  };

  expect(Object.keys(dependencies)).toEqual([framework]);
  const { '': _root, ...installed } = packages;
  const versions = Object.entries(installed).map(([path, { version }]) => [path, version]);
  expect(Object.fromEntries(versions)).toEqual(packagesNeededBy(framework));
  expect(Object.values(installed).every(({ integrity }) => integrity !== undefined)).toBe(true);
});

function nameAndVersion(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name} ${version}`;
}
