import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';

const millisecondsBetweenFetches = 30_000;
const mostBytes = 256 * 1024;
const timeoutMs = 5_000;
const oldestMs = 24 * 60 * 60 * 1000;

/** The issuer cannot be asked and nothing that it said before can serve. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

/**
 * The issuer's published keys (RFC 7517). At most one fetch in 30 s, failed ones included; while the issuer is
 * down, what it said within the last day goes on being used. Redirects are refused, size and time capped.
 */
export function issuerKeys(
  jwksUri: string,
  now: () => number = () => Date.now(),
  fetchOnce: typeof fetch = fetch,
): JWTVerifyGetKey {
  let lastTry = -Infinity;
  let last: { text: string; at: number } | undefined;

  const ask = async (): Promise<string> => {
    const response = await fetchOnce(jwksUri, {
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: { accept: 'application/jwk-set+json, application/json' },
    });
    const text = await readCapped(response);
    if (response.status !== 200) throw new IssuerUnavailable('not 200');
    JSON.parse(text);
    return text;
  };

  const remembered = async (): Promise<Response> => {
    if (now() - lastTry >= millisecondsBetweenFetches) {
      lastTry = now();
      try {
        last = { text: await ask(), at: now() };
      } catch {
        // The issuer is down or talks nonsense: what it said before may still serve.
      }
    }
    if (!last || now() - last.at > oldestMs) throw new IssuerUnavailable('no keys');
    return new Response(last.text, { status: 200 });
  };

  return createRemoteJWKSet(new URL(jwksUri), {
    cooldownDuration: millisecondsBetweenFetches,
    timeoutDuration: timeoutMs,
    [customFetch]: remembered,
  });
}

async function readCapped(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new IssuerUnavailable('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
