import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { calledFunctions, type PageSettings } from '../../functions/settings-page/page-settings.ts';
import { settingsPage } from '../../functions/settings-page/settings-page.ts';
import { endpointsOfFunctions } from '../../tools/local-service/endpoints-of-functions.ts';
import { listen } from '../support/listen.ts';
import { quietLog } from '../support/quiet-log.ts';
import { rawRequest } from '../support/raw-request.ts';
import { inlineScript, pageSettings, smallSite } from '../support/small-site.ts';

const connectorId = `con-${'0'.repeat(26)}`;
const serve = async (settings: Partial<PageSettings> = {}) =>
  listen(settingsPage(smallSite(), { ...pageSettings, ...settings }));

describe('GET settings-page', () => {
  test('lets the page talk to its functions and to the issuer’s token endpoint, and run nothing but its own', async () => {
    const { headers } = await rawRequest(await serve(), '/connectors');

    const functions = calledFunctions.flatMap((name) => {
      const address = `https://europe-west1-acme.cloudfunctions.net/${name}`;
      return [address, `${address}/`];
    });
    const hash = createHash('sha256').update(inlineScript).digest('base64');
    expect(headers['content-security-policy']?.toString().split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'self' 'sha256-${hash}'`,
      "style-src 'self'",
      "img-src 'self'",
      `connect-src ${functions.join(' ')} https://issuer.example/token`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  test.each(['/connectors', '/assets/app-1.js', '/config.json', '/openapi.json'])(
    '%s bears the headers that keep others out',
    async (path) => {
      const { status, headers } = await rawRequest(await serve(), path);

      expect({ status, ...headers }).toMatchObject({
        status: 200,
        'content-security-policy': expect.stringContaining("default-src 'none'") as string,
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()') as string,
        'referrer-policy': 'no-referrer',
        'strict-transport-security': 'max-age=31536000',
        'x-content-type-options': 'nosniff',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('set-cookie');
    },
  );

  test('calls functions that are there, and every one that people call', async () => {
    const promised = (await endpointsOfFunctions<never>()).map(({ name }) => name);

    expect(promised).toEqual([...calledFunctions]);
  });

  test.each([
    ['/', 'connectors', 'no-store'],
    ['', 'connectors', 'no-store'],
    ['/connectors', 'connectors', 'no-store'],
    ['/connectors?health=broken', 'connectors', 'no-store'],
    ['/connectors/new', 'new', 'no-store'],
    [`/connectors/${connectorId}`, 'connector', 'no-store'],
    [`/connectors/${connectorId}/history`, 'connector', 'no-store'],
    ['/guide', 'guide', 'no-store'],
    ['/signed-in?code=x&state=y', 'signed-in', 'no-store'],
  ])(
    '%j is the HTML of %s, fresh each time, with its folder and without',
    async (path, title, cache) => {
      const origin = await serve();

      for (const address of [path, `/settings-page${path}`]) {
        const { status, headers, text } = await rawRequest(origin, address === '' ? '/' : address);
        expect([status, headers['content-type'], headers['cache-control']]).toEqual([
          200,
          'text/html; charset=utf-8',
          cache,
        ]);
        expect(text).toContain(`<title>${title}</title>`);
        expect(text).toContain('<a href="/settings-page/guide">');
      }
    },
  );

  test('tells the page its deployment, in the HTML and as config.json, and ends no script by it', async () => {
    const origin = await serve();
    const { text, headers } = await rawRequest(origin, '/config.json');
    const html = await rawRequest(origin, '/connectors');

    const { functionsUrl, ...told } = pageSettings;
    const functions = Object.fromEntries(
      calledFunctions.map((name) => [name, `${functionsUrl}/${name}`]),
    );
    expect(headers['cache-control']).toBe('no-store');
    expect(JSON.parse(text)).toEqual({ ...told, functions });
    const [, block = ''] = /id="config">(.*?)<\/script>/.exec(html.text) ?? [];
    expect(JSON.parse(block)).toEqual(JSON.parse(text));
  });

  test('says in openapi.json where the functions are', async () => {
    const { text } = await rawRequest(await serve(), '/openapi.json');

    expect(JSON.parse(text)).toEqual({ servers: [{ url: pageSettings.functionsUrl }] });
  });

  test('lies at the root as well', async () => {
    quietLog();
    const origin = await serve({ pageUrl: 'https://connectors.acme.example' });
    const { text } = await rawRequest(origin, '/guide');

    expect(text).toContain('<a href="/guide">');
    expect((await rawRequest(origin, '/settings-page/guide')).status).toBe(404);
  });
});
