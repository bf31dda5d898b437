import { beforeEach, describe, expect, test } from 'vitest';
import { settingsPage } from '../../functions/settings-page/settings-page.ts';
import { listen } from '../support/listen.ts';
import { quietLog } from '../support/quiet-log.ts';
import { rawRequest } from '../support/raw-request.ts';
import { pageSettings, smallSite } from '../support/small-site.ts';

beforeEach(() => {
  quietLog();
});
const connectorId = `con-${'0'.repeat(26)}`;
const serve = async () => listen(settingsPage(smallSite(), pageSettings));

describe('settings-page refuses', () => {
  test.each([
    '/nothing',
    '/connectors.html',
    '/signed-in.html',
    '/connectors/',
    '/connectors/con-1',
    `/connectors/${connectorId}/a/b`,
    '/settings-page/settings-page/guide',
    '/settings-pageguide',
    '/assets/',
    '/assets/app-1.js.br',
    '/assets/nothing.js',
    '/assets/../openapi.json',
    '/assets/..%2fopenapi.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/../../../../etc/passwd',
    '/..\\..\\etc\\passwd',
    '//evil.example/guide',
    '/__proto__',
    '/constructor',
    '/%E0%A4%A',
    'http://evil.example/guide',
  ])('%j, where there is nothing', async (path) => {
    const { status, headers, json } = await rawRequest(await serve(), path);

    expect({
      status,
      contentType: headers['content-type'],
      cache: headers['cache-control'],
      ...json,
    }).toMatchObject({
      status: 404,
      contentType: 'application/problem+json; charset=utf-8',
      cache: 'no-store',
      code: 'path-not-found',
    });
  });

  test.each(['/nothing', '/connectors/con-1', '/../../etc/passwd', `/${'a'.repeat(10_000)}`])(
    '%j in a browser, in words of the page',
    async (path) => {
      const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
      const answer = await rawRequest(await serve(), path, { headers });

      expect({ status: answer.status, ...answer.headers }).toMatchObject({
        status: 404,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      });
      expect(answer.text).toContain('<!doctype html>');
      expect(answer.text).not.toContain('passwd');
    },
  );

  test('to write into what is not there, in a browser too', async () => {
    const headers = { accept: 'text/html' };
    const { status, json } = await rawRequest(await serve(), '/nothing', {
      method: 'POST',
      headers,
    });

    expect([status, json.code]).toEqual([404, 'path-not-found']);
  });

  test('a path that is far too long', async () => {
    const { status } = await rawRequest(await serve(), `/${'a'.repeat(10_000)}`);

    expect(status).toBe(404);
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    '%s, and says what there is',
    async (method) => {
      const { status, headers, json } = await rawRequest(await serve(), '/connectors', { method });

      expect({ status, allow: headers.allow, ...json }).toMatchObject({
        status: 405,
        allow: 'GET, HEAD',
        code: 'method-not-allowed',
      });
    },
  );

  test('to be told by a caller’s headers where it is, or where its functions are', async () => {
    const origin = await serve();
    const usual = await rawRequest(origin, '/connectors');
    const lies = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      forwarded: 'host=evil.example',
      'x-original-url': '/openapi.json',
      origin: 'https://evil.example',
      referer: 'https://evil.example/',
    };

    const { text, headers } = await rawRequest(origin, '/connectors', { headers: lies });

    const { date: _, ...told } = headers;
    expect(text).toBe(usual.text);
    expect(usual.headers).toMatchObject(told);
  });
});
