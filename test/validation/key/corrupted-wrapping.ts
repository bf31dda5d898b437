import fc from 'fast-check';
import { keyText, privateKeyPem } from '../../support/make-key.ts';
import type { Corrupted } from './corrupted.ts';
import { text } from './regions-of-a-key.ts';

const utf16 = Buffer.from(text, 'utf16le');
const wrappings: [content: string | Uint8Array, cause: string][] = [
  [Buffer.from(text).toString('base64'), 'base64-repaired'],
  [Buffer.from(text).toString('base64url'), 'base64-repaired'],
  [JSON.stringify(text), 'json-in-a-string-repaired'],
  [`\uFEFF${text}`, 'byte-order-mark-repaired'],
  [`Hello,\n${text}\n-- \nAda`, 'text-around-repaired'],
  [text.replace(/^/gm, '> '), 'mail-quotation-repaired'],
  [text.replaceAll('"', '”'), 'smart-quotes-repaired'],
  [text.replaceAll('"', "'"), 'single-quotes-repaired'],
  [
    text.replaceAll(' ', '\u00A0').replace(/\u00A0(?=PRIV|KEY)/g, ' '),
    'non-breaking-spaces-repaired',
  ],
  [text.replaceAll('": ', '\u200B": '), 'invisible-characters-repaired'],
  [utf16, 'utf-16'],
  [Buffer.from(utf16).swap16(), 'utf-16'],
  [Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-16'],
];

/** What programs do to the whole of it. */
export const corruptedWrapping: Record<string, fc.Arbitrary<Corrupted>> = {
  'it is wrapped, or in another encoding': fc
    .constantFrom(...wrappings)
    .map(([content, cause]) => ({
      file: Buffer.from(content),
      causes: [`A1 ${cause}`],
      least: cause === 'utf-16' ? 'failed' : 'warning',
    })),
  'its line breaks are others': fc
    .constantFrom('\r\n', '\r', ' ', '\t', '\n\n', '')
    .map((lineBreak) => ({ file: Buffer.from(text.replaceAll('\n', lineBreak)), causes: [] })),
  'the line breaks of its private key are others': fc
    .constantFrom('\\n', '\\r\\n', '\r\n', '\r', ' ', '\t', '', 'n', '\n\n', '\\\n', '\u00A0')
    .map((lineBreak) => ({
      file: Buffer.from(keyText({ private_key: privateKeyPem().replaceAll('\n', lineBreak) })),
      causes: ['A4 line-breaks-repaired'],
      least: 'warning',
    })),
};
