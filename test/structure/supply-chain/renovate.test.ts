import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cellsOf, dependenciesFile } from '../../../tools/dependencies/size-table.ts';

interface Rule {
  matchDepTypes?: string[];
  matchPackageNames?: string[];
  minimumReleaseAge?: string;
  groupName?: string;
}

const text = readFileSync('.github/renovate.json', 'utf8');
const settings = JSON.parse(text) as {
  extends: string[];
  minimumReleaseAge: string;
  packageRules: Rule[];
};

test('nothing is merged by a machine', () => {
  expect(text).toContain('"automerge": false');
  expect(text).not.toMatch(/"(automerge|platformAutomerge)": true/);
});

test('a release waits a week, and two where it would be deployed', () => {
  const [, page = ''] =
    /<!-- table: page -->\n\n((?:\|.*\n)+)/.exec(readFileSync(dependenciesFile, 'utf8')) ?? [];
  const pagePackages = cellsOf(page)
    .slice(2)
    .map(([name]) => name);

  expect(settings.minimumReleaseAge).toBe('7 days');
  expect(settings.packageRules).toContainEqual(
    expect.objectContaining({ matchDepTypes: ['dependencies'], minimumReleaseAge: '14 days' }),
  );
  const ofThePage = settings.packageRules.find(({ groupName }) => groupName === 'the page');
  expect(ofThePage?.minimumReleaseAge).toBe('14 days');
  expect(ofThePage?.matchPackageNames?.toSorted()).toEqual(pagePackages.toSorted());
});

test('actions and images are pinned by digest, packages by version', () => {
  expect(settings.extends).toEqual(
    expect.arrayContaining(['helpers:pinGitHubActionDigests', 'docker:pinDigests', ':pinVersions']),
  );
});
