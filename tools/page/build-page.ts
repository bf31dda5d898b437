import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import type { Site, SiteFile } from '../../functions/settings-page/site.ts';
import { shells } from './shells.ts';

const source = 'functions/settings-page/page';

export interface BuiltPage {
  site: Site;
  metafile: Metafile;
}

/** The page as it is served: scripts and styles under names that tell their content, and the HTML that begins with them. */
export async function buildPage({ minify = true } = {}): Promise<BuiltPage> {
  const { outputFiles, metafile } = await build({
    entryPoints: { app: `${source}/main.tsx`, icon: `${source}/style/icon.svg` },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2024',
    minify,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    outdir: 'assets',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.svg': 'copy' },
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
    tsconfig: `${source}/tsconfig.json`,
  });
  const assets = new Map(
    outputFiles.map(({ path, contents }) => [
      `assets/${path.slice(path.lastIndexOf('/') + 1)}`,
      file(path, contents, minify),
    ]),
  );
  const named = (pattern: RegExp) => [...assets.keys()].find((name) => pattern.test(name)) ?? '';
  const html = shells({
    icon: named(/icon-.*\.svg$/),
    script: named(/app-.*\.js$/),
    style: named(/app-.*\.css$/),
  });
  const pages = [...html].map(
    ([name, text]) => [name, file(name, Buffer.from(text), false)] as const,
  );
  return { site: new Map([...assets, ...pages]), metafile };
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
};

function file(path: string, plain: Uint8Array, compress: boolean): SiteFile {
  const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  if (!compress || plain.length < 500) return { type, plain };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return {
    type,
    plain,
    br: brotliCompressSync(plain, { params }),
    gzip: gzipSync(plain, { level: 9 }),
  };
}
