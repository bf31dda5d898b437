import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  globSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { manifestOf } from '../../tools/bundle/manifest-of.ts';
import { billsIn } from './bills-in.ts';
import { strangersIn } from '../../tools/bundle/strangers-in.ts';

const parent = mkdtempSync(join(tmpdir(), 'build-'));
const folders = [join(parent, 'one'), join(parent, 'another', 'place')];
const tree = [
  'functions',
  'shared',
  'sandbox',
  'tools',
  'package.json',
  'package-lock.json',
  'LICENSE',
];

/** The packages are files, not symbolic links that esbuild would follow out of the folder. */
describe.skipIf(process.platform !== 'linux')('npm run build in two folders', () => {
  beforeAll(() => {
    for (const folder of folders) {
      mkdirSync(folder, { recursive: true });
      for (const part of [...tree, 'tsconfig.json'])
        cpSync(part, join(folder, part), { recursive: true });
      copyPackages(join(folder, 'node_modules'));
    }
  });
  afterAll(() => {
    rmSync(parent, { recursive: true, force: true });
  });

  test('gives the same archives, within their limits', () => {
    const [one, another] = folders.map((folder) => {
      const built = build(folder);
      expect(built).toMatchObject({ status: 0, stderr: '' });
      return readdirSync(join(folder, 'dist')).filter((name) => name.endsWith('.zip'));
    });

    expect(one).toHaveLength(globSync('functions/*/index.ts').length);
    expect(one).toEqual(another);
  });

  test('gives the same bills of materials, each beside the archive whose hash it names', () => {
    const [one, another] = folders.map((folder) => billsIn(join(folder, 'dist')));

    expect(one).toEqual(another);
    expect(one?.map(({ archive }) => archive)).toEqual(one?.map(({ file }) => file.slice(0, -9)));
    expect(one).toHaveLength(globSync('functions/*/index.ts').length);
  });

  test('tells the licence of every package that is in a bundle', () => {
    const licences = readFileSync(
      join(folders[0] ?? '', 'dist/validate-connection/LICENCES.txt'),
      'utf8',
    );

    for (const name of ['@google-cloud/bigquery', '@google-cloud/firestore', 'zod', 'jose']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
    }
  });

  test.each([
    ['the stand-in for Google', '../../sandbox/start-sandbox.ts'],
    ['a local adapter', '../../shared/adapters/local/local-connector-store.ts'],
    ['another function', '../save-connector/save-connector.ts'],
  ])('fails where a bundle holds %s', (_what, path) => {
    const [folder = ''] = folders;
    const entry = join(folder, 'functions/list-connectors/index.ts');
    const text = readFileSync(entry, 'utf8');
    writeFileSync(entry, `${text}\nexport * as stranger from '${path}';\n`);

    const { status, stderr } = build(folder);

    writeFileSync(entry, text);
    expect(status).not.toBe(0);
    expect(stderr).toContain('The bundle of list-connectors holds what is not its own');
  });
});

function build(folder: string) {
  return spawnSync(process.execPath, ['tools/build.ts'], { cwd: folder, encoding: 'utf8' });
}

test('what is not a function’s own is told from what is', () => {
  const own = [
    'functions/upload-key/index.ts',
    'shared/http/serve.ts',
    'node_modules/zod/index.js',
  ];
  const strange = [
    'functions/save-connector/request.ts',
    'sandbox/start-sandbox.ts',
    'shared/adapters/local/seal.ts',
    'test/support/listen.ts',
    'tools/build.ts',
  ];

  expect(strangersIn('upload-key', [...own, ...strange])).toEqual(strange);
});

/** Hard links take no time; between two file systems there are none. */
function copyPackages(to: string): void {
  if (spawnSync('cp', ['-al', 'node_modules', to]).status === 0) return;
  rmSync(to, { recursive: true, force: true });
  execFileSync('cp', ['-a', 'node_modules', to]);
}

test('the platform installs the framework beside a bundle, and nothing else of ours', () => {
  const files = manifestOf('list-connectors');
  const { packages } = JSON.parse(files.get('package-lock.json') ?? '{}') as {
    packages: Record<string, object>;
  };

  expect(JSON.parse(files.get('package.json') ?? '{}')).toMatchObject({
    main: 'index.cjs',
    scripts: { 'gcp-build': 'node warm-up.cjs listConnectors' },
  });
  expect(Object.keys(packages)).toEqual(
    expect.arrayContaining([
      '',
      'node_modules/@google-cloud/functions-framework',
      'node_modules/express',
    ]),
  );
  expect(
    Object.keys(packages).filter((path) =>
      /vitest|zod|esbuild|@google-cloud\/firestore/.test(path),
    ),
  ).toEqual([]);
});
