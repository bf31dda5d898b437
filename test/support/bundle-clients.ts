import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leanClients } from '../../tools/bundle/lean-clients.ts';

export interface Bundled<Module> {
  module: Module;
  bytes: number;
  /** The files of which something is in the bundle. */
  inputs: string[];
  remove: () => void;
}

/** Bundles a few lines as functions are bundled, and loads what came of it. */
export async function bundleClients<Module>(lines: string): Promise<Bundled<Module>> {
  const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  const outfile = join(folder, 'index.cjs');
  const { metafile } = await build({
    stdin: { contents: lines, resolveDir: process.cwd(), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    keepNames: true,
    metafile: true,
    logLevel: 'error',
    plugins: [leanClients()],
  });
  const [output] = Object.values(metafile.outputs);
  return {
    module: createRequire(import.meta.url)(outfile) as Module,
    bytes: output?.bytes ?? 0,
    inputs: Object.keys(output?.inputs ?? {}),
    remove() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
