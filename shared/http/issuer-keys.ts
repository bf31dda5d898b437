import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { getText } from './get-text.ts';

const millisecondsBetweenFetches = 30_000;
const mostBytes = 256 * 1024;
const timeoutMs = 5_000;
/** So long they serve without another look at the issuer, and so long while it is down. */
const freshMs = 10 * 60 * 1000;
const oldestMs = 24 * 60 * 60 * 1000;

/** The issuer cannot be asked and nothing that it said before can serve. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

/**
 * The issuer's published keys (RFC 7517). At most one fetch in 30 s, failed ones included; while the issuer is
 * down, what it said within the last day goes on being used. Redirects are refused, size and time capped.
 */
export function issuerKeys(jwksUri: string, now: () => number = () => Date.now()): JWTVerifyGetKey {
  let lastTry = -Infinity;
  let last: { keys: JWTVerifyGetKey; at: number } | undefined;
  let asking: Promise<void> | undefined;

  const ask = async (): Promise<void> => {
    try {
      const text = await getText(jwksUri, { mostBytes, timeoutMs });
      last = { keys: createLocalJWKSet(JSON.parse(text) as JSONWebKeySet), at: now() };
    } catch {
      // The issuer is down or talks nonsense: what it said before may still serve.
    }
  };
  /** Whoever comes while the issuer is asked waits for the same answer. */
  const refresh = async (): Promise<void> => {
    if (now() - lastTry >= millisecondsBetweenFetches) {
      lastTry = now();
      asking = ask();
    }
    await asking;
  };
  const serving = (): JWTVerifyGetKey => {
    if (!last || now() - last.at > oldestMs) throw new IssuerUnavailable('no keys');
    return last.keys;
  };

  return async (header, token) => {
    if (!last || now() - last.at > freshMs) await refresh();
    try {
      return await serving()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await refresh(); // the issuer may have a new key
      return serving()(header, token);
    }
  };
}
