import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { metadataTokens } from '../../../../shared/adapters/google/rest-transport/metadata-tokens.ts';
import { listen } from '../../../support/listen.ts';

const google = { 'metadata-flavor': 'Google' };
const hour = 3_600_000;

/** Tokens of a metadata server that answers so, on a day that begins at 0. */
async function asking(listener: RequestListener, deadlineMs = 30_000) {
  const asked: unknown[] = [];
  const { hostname: host, port } = new URL(
    await listen((httpRequest, httpResponse) => {
      const { url, headers } = httpRequest;
      asked.push([url, headers['metadata-flavor']]);
      listener(httpRequest, httpResponse);
    }),
  );
  const clock = { at: 0 };
  const tokens = metadataTokens({ host, port: Number(port), now: () => clock.at, deadlineMs });
  return { asked, clock, tokens };
}

/** A new token each time. */
function numbered(expiresIn = 3600): RequestListener {
  let times = 0;
  return (_, httpResponse) => {
    const body = { access_token: `token-${String(++times)}`, expires_in: expiresIn };
    httpResponse.writeHead(200, google).end(JSON.stringify(body));
  };
}

describe('access tokens of the metadata server', () => {
  test('are asked for once, however many wait', async () => {
    const { asked, tokens } = await asking(numbered());

    const headers = await Promise.all(Array.from({ length: 20 }, () => tokens.getRequestHeaders()));

    expect(new Set(headers.map((given) => JSON.stringify(given)))).toEqual(
      new Set(['{"authorization":"Bearer token-1"}']),
    );
    expect(asked).toEqual([
      ['/computeMetadata/v1/instance/service-accounts/default/token', 'Google'],
    ]);
  });

  test('are used until five minutes before they end', async () => {
    const { clock, tokens } = await asking(numbered());
    await tokens.getRequestHeaders();

    clock.at = hour - 300_001;
    expect(await tokens.getRequestHeaders()).toEqual({ authorization: 'Bearer token-1' });
    clock.at = hour - 300_000;
    expect(await tokens.getRequestHeaders()).toEqual({ authorization: 'Bearer token-2' });
  });

  test('are asked for again when one was of no use', async () => {
    const { tokens } = await asking(numbered());
    await tokens.getRequestHeaders();

    tokens.forget?.();

    expect(await tokens.getRequestHeaders()).toEqual({ authorization: 'Bearer token-2' });
  });

  test('are waited for while the server is not ready', async () => {
    const give = numbered();
    let times = 0;
    const { asked, tokens } = await asking((httpRequest, httpResponse) => {
      if (++times < 3) httpResponse.writeHead(503, google).end();
      else give(httpRequest, httpResponse);
    });

    expect(await tokens.getRequestHeaders()).toEqual({ authorization: 'Bearer token-1' });
    expect(asked).toHaveLength(3);
  });

  test.each<[string, RequestListener, number, number]>([
    ['of another server', (_, httpResponse) => httpResponse.end('{"access_token":"x"}'), 16, 1],
    [
      'that is no token',
      (_, httpResponse) => httpResponse.writeHead(200, google).end('secret'),
      14,
      3,
    ],
    [
      'of an instance without an account',
      (_, httpResponse) => httpResponse.writeHead(404, google).end(),
      16,
      1,
    ],
    ['that does not come', () => undefined, 4, 3],
    ['that breaks off', (_, httpResponse) => httpResponse.destroy(), 14, 3],
  ])('an answer %s is an error, and the next call asks anew', async (_, listener, code, times) => {
    const { asked, tokens } = await asking(listener, code === 4 ? 600 : 30_000);

    const refusal = { code, message: expect.not.stringContaining('secret') as string };
    await expect(tokens.getRequestHeaders()).rejects.toMatchObject(refusal);
    expect(asked).toHaveLength(times);
    await expect(tokens.getRequestHeaders()).rejects.toMatchObject(refusal);
    expect(asked).toHaveLength(2 * times);
  });
});
