import type { RequestListener } from 'node:http';
import { settingsPage } from '../../functions/settings-page/settings-page.ts';
import { buildPage } from '../page/build-page.ts';
import { identities, pageClient } from './local-issuer.ts';

/** The page, built as this process starts, for functions that are all on one origin. */
export async function localPage(origin: string, names: string[]): Promise<RequestListener> {
  const { site } = await buildPage();
  return settingsPage(site, {
    pageUrl: origin,
    functions: Object.fromEntries(names.map((name) => [name, `${origin}/${name}`])),
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
