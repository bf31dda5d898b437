import { randomBytes } from 'node:crypto';
import type { Stamps } from '../../ports/stamps.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** The machine's clock and randomness. */
export const systemStamps: Stamps = {
  now: () => new Date(),
  newId: () => base32(randomBytes(16)),
};

/** 128 bits as 26 characters of Crockford's base 32 (https://www.crockford.com/base32.html). */
function base32(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (let place = 0; place < 26; place += 1) {
    text = alphabet.charAt(Number(number & 31n)) + text;
    number >>= 5n;
  }
  return text;
}
