import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import config from '../../vitest.config.ts';
import { deployPlace } from './deploy-place.ts';
import { applyingFile, provingFile, readBuildFile, type Step, stepOf } from './build-file.ts';

const proving = readBuildFile(provingFile);
const applying = readBuildFile(applyingFile);
const files = [
  [provingFile, proving],
  [applyingFile, applying],
] as const;
const steps = files.flatMap(([file, { steps: all }]) =>
  all.map((step) => [`${file}: ${step.id}`, step] as const),
);
const { scripts, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
};
const idsOf = (all: Step[]) => all.map(({ id }) => id);

describe.each(steps)('%s', (_name, { script, name }) => {
  test('is a script that its shell can read', () => {
    const [, shell = ''] =
      /^#!\/usr\/bin\/env (bash|sh)\nset -eu(?:o pipefail)?\n/.exec(script) ?? [];

    expect(shell).not.toBe('');
    expect(spawnSync('bash', ['-n'], { input: script, encoding: 'utf8' }).stderr).toBe('');
    // Alpine's image, HashiCorp's, has no bash.
    if (name.startsWith('hashicorp/')) expect(shell).toBe('sh');
  });

  test('names scripts, projects and files that there are', () => {
    const told = config as { test: { projects: { test: { name: string } }[] } };
    const projects = told.test.projects.map((project) => project.test.name);
    for (const [, npmScript = ''] of script.matchAll(/npm (?:run )?([\w:]+)/g)) {
      if (npmScript !== 'ci') expect(scripts).toHaveProperty([npmScript]);
    }
    for (const [, project] of script.matchAll(/--project (\S+)/g))
      expect(projects).toContain(project);
    for (const [path] of script.matchAll(/tools\/[\w/-]+\.(?:sh|ts)|test\/[\w/-]+\.ts/g)) {
      expect(existsSync(path)).toBe(true);
    }
  });

  test('takes its image by a full version: ours of Node, Terraform’s 1.11, one of the Cloud SDK', () => {
    expect([
      `node:${devDependencies.node ?? ''}-bookworm`,
      'hashicorp/terraform:1.11.4',
      'gcr.io/google.com/cloudsdktool/google-cloud-cli:528.0.0-emulators',
      'gcr.io/google.com/cloudsdktool/google-cloud-cli:528.0.0-slim',
    ]).toContain(name);
  });
});

test.each(files)('%s is told of what it uses alone, of nothing secret', (_file, build) => {
  const used = build.steps.flatMap(({ script }) => script.match(/(?<=\$\{?)_[A-Z_]+/g) ?? []);

  expect([...new Set(used)].toSorted()).toEqual(Object.keys(build.substitutions).toSorted());
  expect(Object.keys(build.substitutions).join()).not.toMatch(/KEY|TOKEN|PASSWORD|SECRET/);
  expect(new Set(idsOf(build.steps)).size).toBe(build.steps.length);
});

test('a commit is proven in this order, and what it changes is planned last', () => {
  expect(idsOf(proving.steps)).toEqual([
    ...['install', 'check', 'test', 'build', 'test-bundles', 'list-archives'],
    ...['test-page', 'lend-terraform', 'test-terraform', 'compare-archives', 'plan', 'keep'],
  ]);
  expect(idsOf(applying.steps)).toEqual([
    ...['fetch', 'compare-archives', 'plan', 'apply', 'open', 'smoke'],
  ]);
});

test('THREATS 62: nothing but the step after the approval applies', () => {
  const able = steps.filter(([, { script }]) => /\bapply\b|\bdestroy\b/.test(withFiles(script)));

  expect(able.map(([name]) => name)).toEqual([`${applyingFile}: apply`]);
});

test('THREATS 63: where the rights to deploy are, nothing of npm runs', () => {
  const text = applying.steps.map(({ script }) => withFiles(script)).join('\n');

  expect(text).not.toMatch(/\bnp[mx]\b|node_modules|vitest/);
  const smoke = ['tools/smoke.ts', ...globSync('tools/deploy/*.ts')].map((path) =>
    readFileSync(path, 'utf8'),
  );
  const imported = smoke.flatMap((code) => [...code.matchAll(/from '([^'.][^']*)'/g)]);
  expect(imported.every(([, from = '']) => from.startsWith('node:'))).toBe(true);
});

test('THREATS 62: a pull request’s build reads no state and keeps nothing', () => {
  expect(proving.substitutions).toMatchObject({ _STATE_BUCKET: '', _RELEASES_BUCKET: '' });
  for (const id of ['plan', 'keep']) {
    const { status, stdout } = deployPlace().run(stepOf(proving, id), { _STATE_BUCKET: '' });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^No(thing)? /) as string,
    });
  }
});

/** A script with what it calls. */
function withFiles(script: string): string {
  const called = script.match(/tools\/deploy\/[\w-]+\.sh/g) ?? [];
  return [script, ...called.map((path) => withoutComments(readFileSync(path, 'utf8')))].join('\n');
}

function withoutComments(text: string): string {
  return text.replaceAll(/^#.*$/gm, '');
}
