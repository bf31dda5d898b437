import type { Metafile } from 'esbuild';
import { openApi } from '../../shared/http/open-api.ts';
import { endpointsOfFunctions } from '../local-service/endpoints-of-functions.ts';
import { buildPage } from './build-page.ts';

export interface SiteFiles {
  /** By path below the page's folder. */
  files: Map<string, Uint8Array>;
  /** What the page was made of, by path from the project's folder. */
  inputs: string[];
  metafile: Metafile;
}

/** All that the settings page serves: the page, and the description of the calls of the functions around it. */
export async function siteFiles(): Promise<SiteFiles> {
  const description = openApi(await endpointsOfFunctions<never>(), '%functions%');
  const { files, metafile } = await buildPage();
  return {
    files: new Map([...files, ['openapi.json', Buffer.from(JSON.stringify(description))]]),
    inputs: Object.keys(metafile.inputs),
    metafile,
  };
}
