import { build, type Metafile } from 'esbuild';
import { leanClients } from './lean-clients.ts';

export interface Bundle {
  /** The function as one CommonJS file, and its source map. */
  code: Uint8Array;
  sourceMap: Uint8Array;
  /** What went into it, by path from the project's folder. */
  inputs: string[];
  metafile: Metafile;
}

/** One function and all that it needs in one file. Names are kept: they tell where in a stack, and Firestore's client needs them. */
export async function bundleFunction(name: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    entryPoints: { function: `functions/${name}/index.ts` },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'], // the UMD builds of some packages hide their requires from esbuild
    define: { 'import.meta.dirname': '__dirname' }, // what CommonJS calls it
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    keepNames: true,
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'external',
    sourcesContent: false,
    legalComments: 'none', // licences travel in a file of their own
    metafile: true,
    write: false,
    logLevel: 'warning',
    plugins: [leanClients()],
  });
  const contents = (ending: string): Uint8Array => {
    const file = outputFiles.find(({ path }) => path.endsWith(ending));
    if (!file) throw new Error(`esbuild wrote no ${ending} for ${name}`);
    return file.contents;
  };
  return {
    code: contents('.cjs'),
    sourceMap: contents('.map'),
    inputs: Object.keys(metafile.inputs),
    metafile,
  };
}
