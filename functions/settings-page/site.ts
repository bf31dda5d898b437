/** What `npm run build` made of the page, ready to be sent: by path below the page's folder. */
export type Site = ReadonlyMap<string, SiteFile>;

export interface SiteFile {
  type: string;
  plain: Uint8Array;
  /** The same, compressed when it was built; absent where that saves nothing. */
  br?: Uint8Array;
  gzip?: Uint8Array;
}
