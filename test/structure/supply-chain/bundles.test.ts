import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleFunction } from '../../../tools/bundle/bundle-function.ts';
import { filesBeside } from '../../../tools/bundle/files-beside.ts';
import { licencesOf } from '../../../tools/bundle/licences-of.ts';
import { installedBeside, manifestOf } from '../../../tools/bundle/manifest-of.ts';
import { readLock } from '../../../tools/bundle/package-lock.ts';
import { sbomOf } from '../../../tools/bundle/sbom-of.ts';
import { sizesIn, type BundleSizes } from '../../../tools/dependencies/bundle-sizes.ts';
import { dependenciesFile, sizesToldBy } from '../../../tools/dependencies/size-table.ts';
import { functionNames } from './function-names.ts';
import { allowedInBundles } from './licences.ts';
import { packagesNeededBy } from './packages-needed-by.ts';
import { validateSbom, type Component, type Sbom } from './sbom.ts';

const { packages } = readLock();
const measured: BundleSizes = new Map();
let page = new Map<string, number>();

describe.each(functionNames)('%s', async (name) => {
  const { inputs: own, metafile } = await bundleFunction(name);
  const beside = await filesBeside(name);
  const inputs = [...own, ...beside.inputs];
  measured.set(name, sizesIn(metafile));
  if (beside.metafile) page = sizesIn(beside.metafile);
  const folders = [
    ...new Set(
      inputs
        .map((path) => path.replace(/^[\w-]+:/, '')) // esbuild's word for what a plugin has read
        .map((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0])
        .filter((folder) => folder !== undefined),
    ),
  ];

  test('brings the licence of every package in it, with its text', () => {
    const headings = /^(.+ \d+\.\d+\.\d+) \((.+)\)\n=+$/gm;
    const text = licencesOf(inputs);
    const [, ...texts] = text.split(/^.+ \d+\.\d+\.\d+ \(.+\)\n=+$/gm);
    const told = [...text.matchAll(headings)];

    expect(told.map(([, package_]) => package_).toSorted()).toEqual(
      folders.map(nameAndVersion).toSorted(),
    );
    expect(folders.map(nameAndVersion)).toContain(nameAndVersion('node_modules/zod'));
    expect(told.filter(([, , licence = '']) => !allowedInBundles.has(licence))).toEqual([]);
    expect(texts).toHaveLength(told.length);
    expect(texts.filter((each) => !/copyright/i.test(each) || each.length < 500)).toEqual([]);
  });

  test('has a bill of materials of what is in it and beside it, as CycloneDX asks, the same whenever it is written', () => {
    const hash = 'ab'.repeat(32);
    const text = sbomOf({ name, hash, inputs });
    const sbom = JSON.parse(text) as Sbom;

    expect(validateSbom(sbom)).toEqual([]);
    expect(validateSbom({ ...sbom, version: 0 })).toEqual(['/version must be >= 1']);
    expect(placesIn(sbom, 'in the archive')).toEqual(folders.toSorted());
    expect(placesIn(sbom, 'installed beside it')).toEqual(
      Object.keys(installedBeside()).toSorted(),
    );
    expect(sbom.metadata.component).toMatchObject({
      name,
      hashes: [{ alg: 'SHA-256', content: hash }],
    });
    expect(sbom.components.filter(differsFromLock)).toEqual([]);
    expect(sbomOf({ name, hash, inputs })).toBe(text);
    expect(text).not.toMatch(/timestamp|serialNumber/);
  });
});

test('docs/dependencies.md tells the size of each package in each bundle: else run `npm run sizes`', () => {
  measured.set('the page', page);
  const told = sizesToldBy(readFileSync(dependenciesFile, 'utf8'));

  expect([...told.keys()]).toEqual([...measured.keys()]);
  const wrong = [...measured].flatMap(([bundle, sizes]) => {
    const cells = told.get(bundle) ?? new Map<string, number>();
    const names = new Set([...sizes.keys(), ...cells.keys()]);
    return [...names].flatMap((name) => {
      const [is, says] = [(sizes.get(name) ?? 0) / 1024, cells.get(name) ?? 0];
      const forgotten = sizes.has(name) !== cells.has(name);
      return forgotten || Math.abs(is - says) > Math.max(1, says / 20)
        ? [{ bundle, name, is, says }]
        : [];
    });
  });
  expect(wrong).toEqual([]);
});

test('beside a bundle the framework alone is installed, with all that it needs and nothing more', () => {
  const manifest = manifestOf('save-connector');
  const framework = '@google-cloud/functions-framework';

  const { dependencies } = JSON.parse(manifest.get('package.json') ?? '') as {
    dependencies: object;
  };
  const lock = JSON.parse(manifest.get('package-lock.json') ?? '') as {
    packages: Record<string, { version?: string; integrity?: string }>;
  };

  expect(Object.keys(dependencies)).toEqual([framework]);
  const { '': _root, ...installed } = lock.packages;
  const versions = Object.entries(installed).map(([path, { version }]) => [path, version]);
  expect(Object.fromEntries(versions)).toEqual(packagesNeededBy(framework));
  expect(Object.values(installed).every(({ integrity }) => integrity !== undefined)).toBe(true);
});

function placesIn({ components }: Sbom, value: string): string[] {
  return components
    .filter(({ properties }) => properties.some((property) => property.value === value))
    .map((component) => component['bom-ref'])
    .toSorted();
}

/** A component says of its package what the lock file does. */
function differsFromLock({ 'bom-ref': folder, purl, hashes, licenses }: Component): boolean {
  const { version = '', integrity = '', license } = packages[folder] ?? {};
  const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const hash = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
  const [licence] = licenses;
  return (
    purl !== `pkg:npm/${name.replace('@', '%40')}@${version}` ||
    hashes[0]?.content !== hash ||
    (licence?.license?.id ?? licence?.expression) !== license
  );
}

function nameAndVersion(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name} ${version}`;
}
