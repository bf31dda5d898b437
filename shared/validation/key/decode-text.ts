import { signatureOf } from './file-signatures.ts';

export const mostFileBytes = 16 * 1024;

/** The file as text, or the word for why it is none. */
export type Decoded = { text: string; repairs: string[] } | { fault: string };

/** UTF-8 without marks that nobody sees; what other programs make of a text file is named. */
export function decodeText(file: Uint8Array): Decoded {
  if (file.length === 0) return { fault: 'empty-file' };
  if (file.length > mostFileBytes) return { fault: 'too-large' };
  const signature = isUtf16(file) ? 'utf-16' : signatureOf(file);
  if (signature !== undefined) return { fault: signature };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
    if (text.includes('\0')) return { fault: 'binary' };
    const bare = text.replace(/^\uFEFF/, '');
    const visible = bare.replace(invisible, '');
    if (visible.trim() === '') return { fault: 'empty-file' };
    const repairs = [
      bare !== text && 'byte-order-mark',
      visible !== bare && 'invisible-characters',
    ].filter((repair) => repair !== false);
    return { text: visible, repairs };
  } catch {
    return { fault: 'not-utf8' };
  }
}

/**
 * What copying from web pages and word processors adds, and no member of a key file ever holds: soft hyphens, zero
 * widths, marks of direction. The joiners U+200C and U+200D stay: names and emojis in a comment need them.
 */
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** As Windows PowerShell writes what it redirects. Without a mark, every other byte is zero, as ASCII has it. */
function isUtf16(file: Uint8Array): boolean {
  const [first, second] = file;
  const zeros = (from: number) =>
    file.length > 3 && file.every((byte, index) => index % 2 !== from || byte === 0);
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return marked || zeros(0) || zeros(1);
}
