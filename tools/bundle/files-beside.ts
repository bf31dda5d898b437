import type { Metafile } from 'esbuild';
import { siteFiles } from '../page/site-files.ts';

export interface FilesBeside {
  files: [path: string, contents: Uint8Array][];
  /** What they were made of: their licences travel with them. */
  inputs: string[];
  /** How they were made, where esbuild did. */
  metafile?: Metafile;
}

/** What a function reads where it is deployed, beside its bundle: the settings page has the page it serves. */
export async function filesBeside(name: string): Promise<FilesBeside> {
  if (name !== 'settings-page') return { files: [], inputs: [] };
  const { files, inputs, metafile } = await siteFiles();
  return {
    files: [...files].map(([path, contents]) => [`site/${path}`, contents]),
    inputs,
    metafile,
  };
}
