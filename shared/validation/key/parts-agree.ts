import type { KeyObject } from 'node:crypto';

/**
 * Whether the eight numbers of an RSA key belong together (RFC 8017 §3.2). OpenSSL signs with some keys whose short cuts
 * are wrong, since it can fall back on the long way; other programs would sign what nobody can verify.
 */
export function partsAgree(key: KeyObject): boolean {
  const jwk = key.export({ format: 'jwk' });
  const number = (text: string | undefined) =>
    BigInt(`0x0${Buffer.from(text ?? '', 'base64url').toString('hex')}`);
  const [n, e, d, p, q] = [jwk.n, jwk.e, jwk.d, jwk.p, jwk.q].map(number);
  const [dp, dq, qi] = [jwk.dp, jwk.dq, jwk.qi].map(number);
  if (!n || !e || !d || !p || !q || !dp || !dq || !qi) return false;
  return (
    e > 1n &&
    p > 1n &&
    q > 1n &&
    p * q === n &&
    (e * d) % (p - 1n) === 1n &&
    (e * d) % (q - 1n) === 1n &&
    dp === d % (p - 1n) &&
    dq === d % (q - 1n) &&
    (qi * q) % p === 1n &&
    qi < p
  );
}
