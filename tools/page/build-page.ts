import { build, type BuildOptions, type Metafile } from 'esbuild';
import { compress } from './compress.ts';
import { closureOf } from './closure-of.ts';
import { shells } from './shells.ts';

const source = 'functions/settings-page/page';

/** Which script each screen has of its own, beside what all have. */
const screenSources: Record<string, string> = {
  new: `${source}/draft/form-screens.ts`,
  connector: `${source}/connector/connector-screen.tsx`,
  guide: `${source}/guide/guide-screen.tsx`,
};

export interface BuiltPage {
  /** By path below the page's folder; compressed ones have .br or .gz behind their names. */
  files: Map<string, Uint8Array>;
  metafile: Metafile;
}

/** The page as it is served: scripts and styles under names that tell their content, and the HTML that begins with them. */
export async function buildPage(): Promise<BuiltPage> {
  const { outputFiles, metafile } = await build({
    ...asAssets,
    entryPoints: {
      main: `${source}/main.ts`,
      style: `${source}/style/page.css`,
      icon: `${source}/style/icon.svg`,
    },
    loader: { '.svg': 'copy' },
  });
  // Hardly ever wanted, and then alone: it has its own copy of all that it needs.
  const stayed = await build({
    ...asAssets,
    entryPoints: { stayed: `${source}/shell/stayed.tsx` },
  });
  const assets = new Map(
    [...outputFiles, ...stayed.outputFiles].map(({ path, contents }) => [
      `assets/${path.slice(path.lastIndexOf('/') + 1)}`,
      contents,
    ]),
  );
  const of = (entry: string) => closureOf(metafile, entry);
  const main = of(`${source}/main.ts`);
  const app = [...new Set([...main, ...of(`${source}/page.tsx`)])];
  const html = shells({
    icon: named(assets, /icon-.*\.svg$/),
    style: named(assets, /style-.*\.css$/),
    app,
    stayed: named(assets, /stayed-.*\.js$/),
    screens: Object.fromEntries(
      Object.entries(screenSources).map(([name, file]) => [
        name,
        of(file).filter((path) => !app.includes(path)),
      ]),
    ),
    later: outputFiles
      .map(({ path }) => `assets/${path.slice(path.lastIndexOf('/') + 1)}`)
      .filter((path) => path.endsWith('.js') && !app.includes(path)),
    leave: await inline(`${source}/shell/leave.ts`),
    arrive: await inline(`${source}/shell/arrive.ts`),
  });
  const pages = [...html].map(([name, text]) => [name, Buffer.from(text)] as const);
  return { files: new Map([...compress(assets), ...pages]), metafile };
}

const options = {
  bundle: true,
  target: 'es2024',
  minify: true,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  write: false,
  logLevel: 'warning',
  tsconfig: `${source}/tsconfig.json`,
} satisfies BuildOptions;

const asAssets = {
  ...options,
  splitting: true,
  format: 'esm',
  outdir: 'assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  metafile: true,
} satisfies BuildOptions;

/** A script that stands in the HTML itself. */
async function inline(file: string): Promise<string> {
  const { outputFiles } = await build({ ...options, entryPoints: [file], format: 'iife' });
  return (outputFiles[0]?.text ?? '').trim();
}

const named = (assets: Map<string, Uint8Array>, pattern: RegExp): string =>
  [...assets.keys()].find((name) => pattern.test(name)) ?? '';
