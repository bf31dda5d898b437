import type { RequestListener } from 'node:http';
import { settingsPage } from '../../functions/settings-page/settings-page.ts';
import { siteOf } from '../../functions/settings-page/site.ts';
import { siteFiles } from '../page/site-files.ts';
import { pageClient } from './local-issuer.ts';
import { identities } from './signs-in-by-itself.ts';

/** The page, built as this process starts, for functions that are all on one origin. */
export async function localPage(origin: string): Promise<RequestListener> {
  return settingsPage(siteOf((await siteFiles()).files), {
    pageUrl: origin,
    functionsUrl: origin,
    signIn: {
      issuer: `${origin}/issuer`,
      clientId: pageClient,
      scope: 'openid',
      authorizationEndpoint: `${origin}/issuer/auth`,
      tokenEndpoint: `${origin}/issuer/token`,
    },
    identities,
  });
}
