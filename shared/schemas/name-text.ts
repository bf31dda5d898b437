/*
 * What a connector may be called (docs/security.md, 51): one line of text that reads as what it is. The page judges by it
 * what is typed, and the service what it is sent.
 */

export const mostCharacters = 100;

/**
 * What cannot be seen is no part of a name, whatever its category: those of the last line are signs of their own that look
 * like nothing. What no version of Unicode has given a meaning yet is none either: neither its look nor its other spellings
 * are known. A selector of a sign's shape may stand behind a sign that has two of them.
 */
const unseen = [
  '[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]',
  '(?!\\p{ExtPict})\\p{Cn}',
  '(?![\\uFE0E\\uFE0F])\\p{DI}',
  '(?<!\\p{ExtPict})[\\uFE0E\\uFE0F]',
  '[\\u{16FE4}\\u2800\\uFFFC\\u{1D159}\\u{13441}\\u{13442}]',
];
const deceptive = new RegExp(unseen.join('|'), 'u');
const visible = /[^\p{Zs}\p{M}]/u;
const tooManyMarks = /\p{M}{5}/u;

/** As it is kept: composed, without spaces around it. Not `trim`, which would hide a byte-order mark. */
export function composedName(name: string): string {
  return name.normalize('NFC').replace(/^ +| +$/g, '');
}

/** As people count characters, not as UTF-16 does. */
export function lengthOfName(name: string): number {
  return Array.from(name).length;
}

/** Whether something of it is seen, and nothing is in it that is not. */
export function isReadable(name: string): boolean {
  return visible.test(name) && !deceptive.test(name) && !tooManyMarks.test(name);
}

/** Two names that fold to the same are one name: case, width, spaces and a sign's two shapes do not tell them apart. */
export function foldedName(name: string): string {
  const plain = name.normalize('NFKC').replace(/\uFE0E|\uFE0F/g, '');
  const folded = plain.toLowerCase().toUpperCase().toLowerCase().normalize('NFKC');
  return folded.replace(/\s+/gu, ' ').trim();
}
