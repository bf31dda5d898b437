import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { installedBeside } from '../../../tools/bundle/manifest-of.ts';
import { readLock } from '../../../tools/bundle/package-lock.ts';
import { packageName } from '../../../tools/bundle/packages-in.ts';
import { cellsOf, dependenciesFile } from '../../../tools/dependencies/size-table.ts';
import { allowedElsewhere, saidElsewhere } from './licences.ts';
import { manifest } from './manifest.ts';

const text = readFileSync(dependenciesFile, 'utf8');
const { '': root, ...locked } = readLock().packages;
const packages = Object.entries(locked);

test('every dependency has its row, with what for, what instead and who keeps it; and every row its dependency', () => {
  const deployed = rowsUnder('dependencies');
  const others = [...rowsUnder('page'), ...rowsUnder('development')];

  expect(namesIn(deployed)).toEqual(Object.keys(manifest.dependencies).toSorted());
  expect(namesIn(others)).toEqual(Object.keys(manifest.devDependencies).toSorted());
  expect(
    [...deployed, ...others].filter((cells) => cells.length !== 4 || cells.includes('')),
  ).toEqual([]);
});

test('every version is exact, in package.json and in the lock', () => {
  const exact = /^\d+\.\d+\.\d+$/;
  const direct = { ...manifest.dependencies, ...manifest.devDependencies };

  const loose = Object.entries(direct).filter(([, version]) => !exact.test(version));
  const drifted = Object.entries(direct).filter(
    ([name, version]) => locked[`node_modules/${name}`]?.version !== version,
  );

  expect(loose).toEqual([]);
  expect(drifted).toEqual([]);
  expect(root).toMatchObject({
    version: manifest.version,
    dependencies: manifest.dependencies,
    devDependencies: manifest.devDependencies,
  });
});

test('the lock holds every package to its content, and all come from one registry', () => {
  const unheld = packages.filter(
    ([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
  );
  const hosts = packages.flatMap(([, { resolved }]) =>
    typeof resolved === 'string' ? [new URL(resolved).host] : [],
  );

  expect(packages.length).toBeGreaterThan(300);
  expect(unheld.map(([path]) => path)).toEqual([]);
  expect(new Set(hosts).size).toBeLessThanOrEqual(1);
});

test('every package with an install script was decided on, and the platform meets none', () => {
  const names = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => packageName(path));

  expect([...new Set(names)].toSorted()).toEqual(Object.keys(manifest.allowScripts).toSorted());
  const met = Object.entries(installedBeside()).filter(
    ([, { hasInstallScript }]) => hasInstallScript,
  );
  expect(met).toEqual([]);
});

test('npm is told to wait a week, to write exact versions, and to run no script that nobody decided on', () => {
  const settings = readFileSync('.npmrc', 'utf8').split('\n');

  expect(settings).toEqual(
    expect.arrayContaining(['save-exact=true', 'min-release-age=7', 'strict-allow-scripts=true']),
  );
});

test('every licence of what is installed was read by somebody', () => {
  const unread = packages.filter(([path, { license }]) => {
    const said = license ?? saidElsewhere[packageName(path)] ?? 'none';
    return !allowedElsewhere.has(said);
  });

  expect(unread.map(([path, { license }]) => `${path}: ${String(license)}`)).toEqual([]);
});

function rowsUnder(table: string): string[][] {
  const [, rows = ''] =
    new RegExp(`<!-- table: ${table} -->\\n\\n((?:\\|.*\\n)+)`).exec(text) ?? [];
  return cellsOf(rows).slice(2);
}

const namesIn = (rows: string[][]): string[] => rows.map(([name = '']) => name).toSorted();
