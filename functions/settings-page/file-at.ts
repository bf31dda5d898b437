import type { Site, SiteFile } from './site.ts';

/** Whoever asks for one of these gets the page; it reads the rest of the address itself. */
const screens: [RegExp, html: string][] = [
  [/^\/(connectors)?$/, 'connectors.html'],
  [/^\/connectors\/new$/, 'new.html'],
  [/^\/connectors\/con-[0-9a-z]{26}(\/[a-z-]+)?$/, 'connector.html'],
  [/^\/guide$/, 'guide.html'],
  [/^\/signed-in$/, 'signed-in.html'],
];

export interface Found {
  name: string;
  file: SiteFile;
}

/**
 * What a path means: one of the site's files by its whole name, and nothing else. A platform may hand on the path with
 * the page's folder or without it.
 */
export function fileAt(site: Site, base: string, path: string): Found | undefined {
  const below = path.startsWith(`${base}/`) || path === base ? path.slice(base.length) : path;
  const html = screens.find(([pattern]) => pattern.test(below === '' ? '/' : below))?.[1];
  const name = html ?? below.slice(1);
  const file = name.endsWith('.html') && html === undefined ? undefined : site.get(name);
  return file && { name, file };
}
