import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { PageSettings } from '../../functions/settings-page/page-settings.ts';
import { type Site, siteOf } from '../../functions/settings-page/site.ts';

export const appScript = `console.log(${JSON.stringify('of the page '.repeat(80))})`;
export const inlineScript = 'document.title = "%nothing%"';

/** A page as it is built, with next to nothing in it. */
export function smallSite(): Site {
  const html = (title: string) => `<!doctype html><title>${title}</title>
<script type="application/json" id="config">%config%</script><script>${inlineScript}</script>
<a href="%base%/guide">Guide</a>`;
  const screens = ['connectors', 'new', 'connector', 'guide', 'signed-in'];
  return siteOf(
    new Map([
      ...screens.map((name): [string, Uint8Array] => [`${name}.html`, Buffer.from(html(name))]),
      ['assets/app-1.js', Buffer.from(appScript)],
      ['assets/app-1.js.br', brotliCompressSync(appScript)],
      ['assets/app-1.js.gz', gzipSync(appScript)],
      ['assets/icon-1.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      ['openapi.json', Buffer.from('{"servers":[{"url":"%functions%"}]}')],
    ]),
  );
}

export const pageSettings: PageSettings = {
  pageUrl: 'https://europe-west1-acme.cloudfunctions.net/settings-page',
  functionsUrl: 'https://europe-west1-acme.cloudfunctions.net',
  signIn: {
    issuer: 'https://issuer.example',
    clientId: 'settings-page',
    scope: 'openid offline_access',
    authorizationEndpoint: 'https://issuer.example/authorize',
    tokenEndpoint: 'https://issuer.example/token',
    parameters: { audience: '</script><b>' },
  },
};
