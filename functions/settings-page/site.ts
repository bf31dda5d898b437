/** What `npm run build` made of the page, ready to be sent: by path below the page's folder. */
export type Site = ReadonlyMap<string, SiteFile>;

export interface SiteFile {
  type: string;
  plain: Uint8Array;
  /** The same, compressed when it was built; absent where that saves nothing. */
  br?: Uint8Array;
  gzip?: Uint8Array;
}

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json; charset=utf-8',
};

/** A folder's files as a site: beside `app.js` may lie `app.js.br` and `app.js.gz`, the same compressed. */
export function siteOf(files: ReadonlyMap<string, Uint8Array>): Site {
  const plain = [...files].filter(([path]) => !/\.(br|gz)$/.test(path));
  return new Map(
    plain.map(([path, bytes]) => {
      const [br, gzip] = [files.get(`${path}.br`), files.get(`${path}.gz`)];
      const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
      return [path, { type, plain: bytes, ...(br && { br }), ...(gzip && { gzip }) }];
    }),
  );
}
