import { createHash } from 'node:crypto';
import { globSync, readFileSync, renameSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zipName } from '../../tools/bundle/archive.ts';
import { entryOf } from '../../tools/bundle/manifest-of.ts';
import { mockedPlan, planIn } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';
import { workingCopy } from './working-copy.ts';

interface Mapped {
  methods: string[];
  access: 'public' | 'schedule' | 'queue';
  roles: string[];
}

interface Promised {
  calls?: { method: string }[];
  timeLimitMs?: number;
}

const folders = globSync('functions/*/index.ts').map((path) => basename(dirname(path)));

describe.skipIf(withoutTerraform())('with Terraform: the map of functions', async () => {
  const plan = withoutTerraform() ? undefined : mockedPlan();
  const map = (plan?.output_changes.functions?.after ?? {}) as Record<string, Mapped>;
  const promises = await promisesOf(folders);

  test('is the folders under functions/', () => {
    expect(Object.keys(map).toSorted()).toEqual(folders.toSorted());
  });

  test('deploys each, by the export that is the function', () => {
    const deployed = plan?.resource_changes
      .filter(({ type }) => type === 'google_cloudfunctions2_function')
      .map(({ change: { after } }) => [after.name, entryPoint(after.build_config)]);

    const entries = folders.map((name) => {
      const index = readFileSync(`functions/${name}/index.ts`, 'utf8');
      return [name, new RegExp(`^export const (${entryOf(name)}) = deploy`, 'm').exec(index)?.[1]];
    });
    expect(deployed?.toSorted()).toEqual(entries.toSorted());
  });

  test.each(folders)(
    'has the methods of %s, and keeps out of it whom it does not serve',
    (name) => {
      const { calls, timeLimitMs } = promises[name] ?? {};
      const promised = calls?.map(({ method }) => method) ?? ['POST'];
      const methods = name === 'settings-page' ? ['GET', 'HEAD'] : promised;

      expect(map[name]?.methods.toSorted()).toEqual([...new Set(methods)].toSorted());
      expect(map[name]?.access !== 'public').toBe(timeLimitMs !== undefined);
    },
  );

  test('finds archives by the names that `npm run build` gives them', () => {
    for (const path of globSync('terraform/tests/archives/*.zip')) {
      const name = basename(path).replace(/-[0-9a-f]{16}\.zip$/, '');
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
      expect(basename(path)).toBe(zipName(name, hash));
    }
  });

  test('refuses an archive that does not hold what its name says', () => {
    const copy = workingCopy((folder) => {
      const [path = ''] = globSync(join(folder, 'tests/archives/list-connectors-*.zip'));
      renameSync(path, join(dirname(path), zipName('list-connectors', '0'.repeat(64))));
    });

    expect(() => planIn(copy)).toThrow(
      /list-connectors-0{16}\.zip does not hold what its name says/,
    );
  });
});

function entryPoint(config: unknown): string | undefined {
  return (config as { entry_point: string }[])[0]?.entry_point;
}

async function promisesOf(names: string[]): Promise<Record<string, Promised>> {
  const promises = names
    .filter((name) => name !== 'settings-page')
    .map(async (name) => {
      const module = (await import(`../../functions/${name}/endpoint.ts`)) as Record<
        string,
        Promised
      >;
      return [name, module[`${entryOf(name)}Endpoint`] ?? {}] as const;
    });
  return Object.fromEntries(await Promise.all(promises));
}
