import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { settingsPage } from '../../functions/settings-page/settings-page.ts';
import { listen } from '../support/listen.ts';
import { rawRequest } from '../support/raw-request.ts';
import { appScript, pageSettings, smallSite } from '../support/small-site.ts';

const decoders: Partial<Record<string, (bytes: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};
const serve = async () => listen(settingsPage(smallSite(), pageSettings));

describe('a file of settings-page', () => {
  test.each([
    ['/assets/app-1.js', 'text/javascript; charset=utf-8'],
    ['/assets/icon-1.svg', 'image/svg+xml'],
  ])('%s, whose name tells its content, is kept for ever', async (path, type) => {
    const { headers } = await rawRequest(await serve(), path);

    expect([headers['content-type'], headers['cache-control']]).toEqual([
      type,
      'public, max-age=31536000, immutable',
    ]);
  });

  test.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br, zstd', 'br'],
    ['GZIP;q=0.5', 'gzip'],
    ['br;q=0, gzip;q=1.0', 'gzip'],
    ['br;q=0.000,gzip ; q=0', undefined],
    ['identity', undefined],
    ['brotli, gzipped', undefined],
    ['', undefined],
  ])('what is asked for as %j is sent as %s', async (accepted, coding) => {
    const origin = await serve();
    const decode = decoders[coding ?? ''] ?? ((bytes: Buffer) => bytes);

    for (const path of ['/assets/app-1.js', '/guide', '/openapi.json']) {
      const plain = await rawRequest(origin, path);
      const sent = await rawRequest(origin, path, { headers: { 'accept-encoding': accepted } });
      expect(sent.headers['content-encoding']).toBe(coding);
      expect(sent.headers.vary).toBe('Accept-Encoding');
      expect(Number(sent.headers['content-length'])).toBe(sent.bytes.length);
      expect(decode(sent.bytes).toString()).toBe(plain.text);
    }
    const script = await rawRequest(origin, '/assets/app-1.js');
    expect(script.text).toBe(appScript);
  });

  test('an icon, which compressing would not make smaller, is sent as it is', async () => {
    const sent = await rawRequest(await serve(), '/assets/icon-1.svg', {
      headers: { 'accept-encoding': 'br, gzip' },
    });

    expect(sent.headers['content-encoding']).toBeUndefined();
  });

  test('HEAD tells the same as GET, and sends nothing', async () => {
    const origin = await serve();
    for (const path of ['/connectors', '/assets/app-1.js']) {
      const { date: _, ...got } = (await rawRequest(origin, path)).headers;
      const { headers, bytes } = await rawRequest(origin, path, { method: 'HEAD' });
      expect(headers).toMatchObject(got);
      expect(bytes.length).toBe(0);
    }
  });
});
