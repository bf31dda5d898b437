import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { applyingFile, readBuildFile } from '../deployment/build-file.ts';
import { type Composite, compositesIn } from './indexes/indexes-in.ts';
import { keyIn, keysOfLastRelease, released } from './indexes/released.ts';
import { mockedPlan } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';

/**
 * An index that is changed under its key is left behind, and made anew: whoever goes back to the release before would make
 * what is still there, which Firestore refuses.
 */
describe.skipIf(withoutTerraform())('with Terraform: the indexes of releases', () => {
  const plan = withoutTerraform() ? { resource_changes: [], output_changes: {} } : mockedPlan();
  const now = new Map(compositesIn(plan).map((each) => [keyIn(each.address), inWords(each)]));

  test('are never changed under their keys', () => {
    const changed = Object.values(released).flatMap((indexes) =>
      Object.entries(indexes).filter(([key, words]) => (now.get(key) ?? words) !== words),
    );

    expect(now.size).toBeGreaterThan(5);
    expect(changed).toEqual([]);
  });

  test('stay for a release, so that the one before finds what it asks by', () => {
    expect([...keysOfLastRelease].filter((key) => !now.has(key))).toEqual([]);
  });

  test('are not made a second time under another key: what was left behind is still there', () => {
    const all = [...Object.values(released).flatMap((each) => Object.entries(each)), ...now];
    const keys = Map.groupBy(all, ([, words]) => words);

    const twice = [...keys.values()].filter((each) => new Set(each.map(([key]) => key)).size > 1);
    expect(twice).toEqual([]);
  });

  test('are written down with each release', () => {
    const changelog = readFileSync('CHANGELOG.md', 'utf8');
    const versions = [...changelog.matchAll(/^## \[(\d+\.\d+\.\d+)\]/gm)].map(([, each]) => each);

    expect(Object.keys(released)).toEqual(versions.toReversed());
  });

  test('are waited for longer than the provider does by itself, and less long than the build that applies', () => {
    const all = plan.resource_changes.filter(({ type }) =>
      /^google_firestore_(index|field)$/.test(type),
    );
    const waits = all.flatMap(({ type, change }) => {
      const { create, update } = change.after.timeouts as { create: string; update: string | null };
      return type === 'google_firestore_field' ? [create, update] : [create];
    });
    const minutes = waits.map((wait) => Number(/^(\d+)m$/.exec(String(wait))?.[1]));

    expect(Math.min(...minutes)).toBeGreaterThan(20);
    const build = Number.parseInt(readBuildFile(applyingFile).timeout) / 60;
    expect(Math.max(...minutes) + 60).toBeLessThanOrEqual(build);
  });
});

function inWords({ collection, scope, fields }: Composite): string {
  const paths = fields.map(({ path, order }) => (order === 'DESCENDING' ? `${path} desc` : path));
  return `${collection} ${scope}: ${paths.join(', ')}`;
}
