import { createPrivateKey, type KeyObject } from 'node:crypto';

/**
 * The same numbers as PEM, encoded as the standards say (RFC 8017 §A.1.2, RFC 5208 §5). OpenSSL overlooks much around
 * the numbers, of which other programs make an error: a version, a parameter, bits after the end.
 */
export function writtenAnew(key: KeyObject, pem: string): string {
  const numbers = createPrivateKey({ key: key.export({ format: 'jwk' }), format: 'jwk' });
  const type = pem.startsWith('-----BEGIN RSA') ? 'pkcs1' : 'pkcs8';
  return numbers.export({ type, format: 'pem' }).toString();
}
