import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type DeployedFunction,
  deployFunction,
  spawnFunction,
} from '../../tools/deployed-service/deployed-function.ts';
import { emulatorJar } from '../../tools/emulators/firestore-emulator.ts';
import { deployedPageVariables } from '../support/deployed-variables.ts';
import { rawRequest } from '../support/raw-request.ts';
import { dist } from './deployed-platform.ts';

// It needs no emulator itself, but without one nothing was built.
describe.skipIf(emulatorJar() === undefined)('the bundle of settings-page', () => {
  let page: DeployedFunction;
  let origin: string;
  beforeAll(async () => {
    page = await deployFunction('settings-page', dist, deployedPageVariables);
    origin = `http://127.0.0.1:${String(page.port)}`;
  });
  afterAll(async () => {
    await page.stop();
  });

  test('serves the page that lies beside it, and all that its HTML begins with', async () => {
    const headers = { 'accept-encoding': 'br' };
    const html = await rawRequest(origin, '/connectors/new', { headers });
    const read = brotliDecompressSync(html.bytes).toString();

    expect(read).toContain('<h1 tabindex="-1"><bdi>Connect BigQuery</bdi></h1>');
    const addresses = [...read.matchAll(/"(\/settings-page\/assets\/[^"]+)"/g)];
    expect(addresses.length).toBeGreaterThan(4);
    for (const [, address = ''] of addresses) {
      const asset = await rawRequest(origin, address, { headers });
      expect([asset.status, asset.headers['cache-control']]).toEqual([
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
  });

  test('describes the calls of the functions where this deployment has them', async () => {
    const { json } = await rawRequest(origin, '/openapi.json');

    expect(json).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: 'https://europe-west1-acme.cloudfunctions.net' }],
    });
    expect(Object.keys(json.paths as object)).toContain('/upload-key');
  });

  test.each([
    ['GET', '/%E0%A4%A', 404],
    ['TRACE', '/connectors', 405],
    ['POST', '/connectors', 405],
    ['GET', '/site/openapi.json', 404],
    ['GET', '/function.cjs', 404],
    ['GET', '/../package.json', 404],
  ])('answers %s %s itself, before the framework does', async (method, path, status) => {
    const answer = await rawRequest(origin, path, { method });

    expect([answer.status, answer.headers['content-type'], answer.json.status]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
      status,
    ]);
    expect(answer.headers).not.toHaveProperty('x-powered-by');
  });

  test('inflates nothing that is sent to it', async () => {
    const { status } = await rawRequest(origin, '/connectors', {
      method: 'POST',
      headers: { 'content-encoding': 'br', 'content-type': 'application/json' },
      body: 'not brotli at all',
    });

    expect(status).toBe(405);
    expect(page.log()).not.toMatch(/error|stack/i);
  });

  test('without its environment it ends before it listens, with a sentence for each variable', async () => {
    const folder = join(dist, 'settings-page');
    const started = await spawnFunction({ folder, target: 'settingsPage', variables: {} });
    const [[code], said] = await Promise.all([
      once(started.process, 'close') as Promise<[number | null]>,
      text(started.process.stderr),
    ]);
    await started.stop();

    expect(code).toBe(1);
    expect(said.trim().split('\n')).toEqual(
      Object.keys(deployedPageVariables).map(
        (variable) => expect.stringMatching(`^${variable} must .+[^.]\\.$`) as unknown,
      ),
    );
  });
});
