import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Problem } from '../problems/problem.ts';
import { isBase64url } from './is-base64url.ts';

/** Page tokens that cannot be read, forged, or carried to another workspace, call or query. */
export interface PageTokens {
  seal(cursor: unknown, purpose: string): string;
  /** Refuses with `page-token-invalid` whatever was not sealed here for the same purpose. */
  open(token: string, purpose: string): unknown;
}

const nonceBytes = 12;
const tagBytes = 16;
const longest = 4096;

/** AES-256-GCM over the cursor, with what the token is for as associated data (NIST SP 800-38D). */
export function pageTokens(key: Uint8Array): PageTokens {
  return {
    seal(cursor, purpose) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
      const sealed = Buffer.concat([cipher.update(JSON.stringify(cursor)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(token, purpose) {
      try {
        if (token.length > longest) throw new RangeError('longer than any token of ours');
        if (!isBase64url(token)) throw new RangeError('spelt otherwise than ours');
        const bytes = Buffer.from(token, 'base64url');
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        })
          .setAAD(Buffer.from(purpose))
          .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
        const text = Buffer.concat([
          decipher.update(bytes.subarray(nonceBytes + tagBytes)),
          decipher.final(),
        ]);
        return JSON.parse(text.toString()) as unknown;
      } catch (cause) {
        throw pageTokenInvalid(cause);
      }
    },
  };
}

/** What is no token of this list, or one that an earlier release sealed and this one reads no more. */
export function pageTokenInvalid(cause: unknown): Problem {
  return new Problem(
    'page-token-invalid',
    'Begin at the first page again: leave pageToken out and keep the other parameters.',
    { cause },
  );
}
