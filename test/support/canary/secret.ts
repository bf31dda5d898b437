import { createPrivateKey } from 'node:crypto';

/** Bytes that may come to light nowhere, and what they are. */
export interface Secret {
  what: string;
  bytes: Buffer;
}

/**
 * The private exponent, the primes and their parts: the modulus is public and stands in every certificate. And the
 * letters of the file from there on, since who encodes a file once more encodes its letters.
 */
export function ofPrivateKey(pem: string): Secret[] {
  const { d, p, q, dp, dq, qi } = createPrivateKey(pem).export({ format: 'jwk' });
  const numbers = [d, p, q, dp, dq, qi].map((number = '') => Buffer.from(number, 'base64url'));
  const letters = pem.replace(/-----.*-----|\s/g, '');
  const modulusEnds = Buffer.from(letters, 'base64').indexOf(numbers[0] ?? '');
  const body = Buffer.from(letters.slice(Math.ceil((modulusEnds * 4) / 3)));
  return [...numbers, body].map((bytes) => ({ what: 'a private key', bytes }));
}

/** Its signature: head and claims of an assertion are no secrets, and other tokens begin as it does. */
export function ofAssertion(assertion: string): Secret[] {
  const signature = assertion.split('.')[2] ?? '';
  return inBytesAndText('an assertion', signature);
}

/** What follows the prefix that every token of Google's bears. */
export function ofAccessToken(token: string): Secret[] {
  return inBytesAndText('an access token', token.replace(/^ya29\.(?:sandbox-)?/, ''));
}

/** A word of one workspace, which no other may read: as a name, a table, an e-mail address. */
export function ofWord(what: string, word: string): Secret[] {
  return [{ what, bytes: Buffer.from(word) }];
}

/** Who encodes a token once more encodes its text, not its bytes. */
const inBytesAndText = (what: string, base64url: string): Secret[] => [
  { what, bytes: Buffer.from(base64url, 'base64url') },
  { what, bytes: Buffer.from(base64url) },
];
