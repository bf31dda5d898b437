import { createPrivateKey } from 'node:crypto';

/** A piece of text or of a file, and where it was seen. */
export interface Seen {
  where: string;
  content: string | Buffer;
}

const windowBytes = 12;

/**
 * Where something of a private key stands in what was seen: any 12 bytes of its secret numbers, as they are, in
 * hexadecimal, or in base64 at any of its three offsets, be it with line breaks, escaped ones or none.
 */
export function leaks(privateKeys: string[], seen: Seen[]): string[] {
  const secrets = privateKeys.flatMap(secretNumbers);
  const windows = new Set<string>();
  for (const secret of secrets) {
    for (let at = 0; at + windowBytes <= secret.length; at += 1) {
      const bytes = secret.subarray(at, at + windowBytes);
      windows.add(bytes.toString('latin1'));
      windows.add(bytes.toString('hex'));
      windows.add(bytes.toString('base64'));
    }
  }
  return seen.filter(({ content }) => holds(content, windows)).map(({ where }) => where);
}

/** The private exponent and the primes: the modulus is public and stands in every certificate. */
function secretNumbers(pem: string): Buffer[] {
  const { d = '', p = '', q = '' } = createPrivateKey(pem).export({ format: 'jwk' });
  return [d, p, q].map((number) => Buffer.from(number, 'base64url'));
}

function holds(content: string | Buffer, windows: ReadonlySet<string>): boolean {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const raw = bytes.toString('latin1');
  const joined = raw
    .replace(/\\[nr]|\s/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  return (
    anyWindow(raw, windowBytes, windows) ||
    anyWindow(joined.toLowerCase(), 2 * windowBytes, windows) ||
    anyWindow(joined, (windowBytes / 3) * 4, windows)
  );
}

function anyWindow(text: string, length: number, windows: ReadonlySet<string>): boolean {
  for (let at = 0; at + length <= text.length; at += 1) {
    if (windows.has(text.slice(at, at + length))) return true;
  }
  return false;
}
