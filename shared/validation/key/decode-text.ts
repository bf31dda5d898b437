export const mostFileBytes = 16 * 1024;

/** The file as text, or the word for why it is none. */
export type Decoded = { text: string; repairs: string[] } | { fault: string };

/** UTF-8 without a byte order mark; what other programs make of a text file is named. */
export function decodeText(file: Uint8Array): Decoded {
  if (file.length === 0) return { fault: 'empty-file' };
  if (file.length > mostFileBytes) return { fault: 'too-large' };
  if (isUtf16(file)) return { fault: 'utf-16' };
  if (isPkcs12(file)) return { fault: 'pkcs12' };
  if (file[0] === 0x50 && file[1] === 0x4b) return { fault: 'zip' };
  if (String.fromCharCode(...file.subarray(0, 4)) === '%PDF') return { fault: 'pdf' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
    if (text.includes('\0')) return { fault: 'binary' };
    const bare = text.replace(/^\uFEFF/, '');
    if (bare.trim() === '') return { fault: 'empty-file' };
    return { text: bare, repairs: bare === text ? [] : ['byte-order-mark'] };
  } catch {
    return { fault: 'not-utf8' };
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** A PKCS#12 file is a DER sequence (RFC 7292 §4): a long-form length right after the tag. */
function isPkcs12([tag, length]: Uint8Array): boolean {
  return tag === 0x30 && length !== undefined && length >= 0x81 && length <= 0x84;
}
