import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { functionAddresses, type PageSettings } from './page-settings.ts';
import type { Site, SiteFile } from './site.ts';

/** The page's own folder, without a slash at its end: empty where it lies at the root. */
export const folderOf = ({ pageUrl }: PageSettings): string =>
  new URL(pageUrl).pathname.replace(/\/$/, '');

/**
 * What was built is the same for every deployment: here its HTML and its `openapi.json` learn where they lie. Addresses
 * in them begin with `%base%` and `%functions%`; `%config%` is what the page is told of its deployment.
 */
export function fillIn(site: Site, settings: PageSettings): Site {
  const { functionsUrl, ...others } = settings;
  const config = JSON.stringify({ ...others, functions: functionAddresses(settings) });
  const words: Record<string, string> = {
    '%base%': folderOf(settings),
    '%functions%': functionsUrl,
    '%config%': config.replaceAll('<', String.raw`\u003c`), // so that no text ends the script it stands in
  };
  const fill = (file: SiteFile): SiteFile => {
    const text = Buffer.from(file.plain).toString();
    return compressed(
      file.type,
      text.replaceAll(/%\w+%/g, (word) => words[word] ?? word),
    );
  };
  return new Map([
    ...[...site].map(([name, file]): [string, SiteFile] => [
      name,
      /\.(html|json)$/.test(name) ? fill(file) : file,
    ]),
    ['config.json', compressed('application/json; charset=utf-8', config)],
  ]);
}

/** Once for each process, when the file is first sent: a start needs none of it. */
function compressed(type: string, text: string): SiteFile {
  const plain = Buffer.from(text);
  const made: Partial<Record<'br' | 'gzip', Uint8Array>> = {};
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  return {
    type,
    plain,
    get br() {
      return (made.br ??= brotliCompressSync(plain, { params }));
    },
    get gzip() {
      return (made.gzip ??= gzipSync(plain));
    },
  };
}
