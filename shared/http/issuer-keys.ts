import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { getText } from './get-text.ts';

const millisecondsBetweenFetches = 30_000;
const mostBytes = 256 * 1024;
const timeoutMs = 5_000;
/** So long they serve without another look at the issuer, and so long while it is down. */
const freshMs = 10 * 60 * 1000;
const oldestMs = 24 * 60 * 60 * 1000;
/** So often at the least its whole answer is waited for: an instance may be frozen as soon as it has answered. */
const wholeAnswerMs = 60 * 60 * 1000;
/** What an issuer that is well needs many times over. */
const patienceMs = 500;

/** The issuer cannot be asked and nothing that it said before can serve. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
}

/**
 * The issuer's published keys (RFC 7517). At most one fetch in 30 s, failed ones included; while the issuer is
 * down, what it said within the last day goes on being used; while it is slow, it is asked beside the requests, and its
 * keys change as soon as it has answered. Redirects are refused, size and time capped.
 */
export function issuerKeys(
  jwksUri: string,
  now: () => number = () => Date.now(),
  patience = aMoment,
): JWTVerifyGetKey {
  let lastTry = -Infinity;
  /** When an answer, or that there is none, was waited for to its end. */
  let lastWhole = -Infinity;
  let last: { keys: JWTVerifyGetKey; at: number } | undefined;
  let asking: Promise<void> | undefined;
  let brief: Promise<void> | undefined;

  const ask = async (): Promise<void> => {
    try {
      const text = await getText(jwksUri, { mostBytes, timeoutMs });
      last = { keys: createLocalJWKSet(JSON.parse(text) as JSONWebKeySet), at: now() };
    } catch {
      // The issuer is down or talks nonsense: what it said before may still serve.
    }
  };
  /** Whoever comes while the issuer is asked waits for the same answer, and as long as the first one. */
  const begin = (): void => {
    if (now() - lastTry < millisecondsBetweenFetches) return;
    lastTry = now();
    asking = ask();
    brief = Promise.race([asking, patience()]);
  };
  const refresh = async (): Promise<void> => {
    begin();
    await asking;
    lastWhole = now();
  };
  const refreshSoon = async (): Promise<void> => {
    const isLongAgo = !last || now() - Math.max(last.at, lastWhole) > wholeAnswerMs;
    if (isLongAgo) return refresh();
    begin();
    await brief;
  };
  const serving = (): JWTVerifyGetKey => {
    if (!last || now() - last.at > oldestMs) throw new IssuerUnavailable('no keys');
    return last.keys;
  };

  return async (header, token) => {
    if (!last || now() - last.at > freshMs) await refreshSoon();
    try {
      return await serving()(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      await refresh(); // the issuer may have a new key
      return serving()(header, token);
    }
  };
}

const aMoment = async (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, patienceMs).unref();
  });
