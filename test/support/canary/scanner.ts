import type { Secret } from './secret.ts';
import { spellingsOf } from './spellings.ts';

/** A piece of text or of a file, and where it was seen. */
export interface Seen {
  where: string;
  content: string | Uint8Array;
}

export interface Hit {
  where: string;
  what: string;
}

export type Scan = (seen: readonly Seen[]) => Hit[];

const windowBytes = 12;

/**
 * Finds any 12 bytes of a secret: as they are, as a list of numbers, in hexadecimal, or in base64 at any of its three
 * offsets and in either alphabet, be it with line breaks, escaped ones or none.
 */
export function scanner(secrets: readonly Secret[]): Scan {
  const [raw, hex, base64] = [windows(12), windows(24), windows(16)];
  for (const { what, bytes } of secrets) {
    for (let at = 0; at + windowBytes <= bytes.length; at += 1) {
      const part = bytes.subarray(at, at + windowBytes);
      raw.add(part.toString('latin1'), what);
      hex.add(part.toString('hex'), what);
      base64.add(part.toString('base64'), what);
    }
  }
  return (seen) =>
    seen.flatMap(({ where, content }) => {
      const spelled = spellingsOf(content);
      const found = new Set([
        ...spelled.raw.flatMap(raw.in),
        ...hex.in(spelled.hex),
        ...base64.in(spelled.base64),
      ]);
      return [...found].map((what) => ({ where, what }));
    });
}

/** Words of one length, looked for at every place of a text; most places are passed by their first three letters. */
function windows(length: number) {
  const words = new Map<string, string>();
  const begins = new Uint8Array(2 ** 24);
  const beginAt = (text: string, at: number) =>
    (text.charCodeAt(at) << 16) | (text.charCodeAt(at + 1) << 8) | text.charCodeAt(at + 2);
  return {
    add(word: string, what: string) {
      words.set(word, what);
      begins[beginAt(word, 0)] = 1;
    },
    in: (text: string): string[] => {
      const found = new Set<string>();
      for (let at = 0; at + length <= text.length; at += 1) {
        if (begins[beginAt(text, at)] !== 1) continue;
        const what = words.get(text.slice(at, at + length));
        if (what !== undefined) found.add(what);
      }
      return [...found];
    },
  };
}
