import type { Metafile } from 'esbuild';
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { bundleFunction } from '../bundle/bundle-function.ts';
import { packageFolder, packageName } from '../bundle/packages-in.ts';
import { buildPage } from '../page/build-page.ts';

/** Of each bundle, by its name: how many bytes of it come of which package. */
export type BundleSizes = Map<string, Map<string, number>>;

/** The functions as they are deployed, and the scripts of the page that one of them serves. */
export async function bundleSizes(): Promise<BundleSizes> {
  const names = globSync('functions/*/index.ts').map((path) => basename(dirname(path)));
  const sizes: BundleSizes = new Map();
  for (const name of names.toSorted())
    sizes.set(name, sizesIn((await bundleFunction(name)).metafile));
  return sizes.set('the page', sizesIn((await buildPage()).metafile));
}

export function sizesIn({ outputs }: Metafile): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { inputs } of Object.values(outputs))
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = packageFolder(path);
      if (folder === undefined || bytesInOutput === 0) continue;
      const name = packageName(folder);
      sizes.set(name, (sizes.get(name) ?? 0) + bytesInOutput);
    }
  return sizes;
}
