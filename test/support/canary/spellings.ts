/** What was seen, freed of what may stand between the letters of a secret, ready to be searched. */
export interface Spellings {
  /** Byte by byte, also as lists of numbers and with two bytes a letter. */
  raw: string[];
  hex: string;
  /** With the letters of base64, whichever alphabet was used. */
  base64: string;
}

export function spellingsOf(content: string | Uint8Array): Spellings {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content);
  const raw = bytes.toString('latin1');
  const bare = withoutBreaks(raw);
  return {
    raw: [raw, ...(raw.includes('\0') ? [raw.replaceAll('\0', '')] : []), ...listedBytes(raw)],
    hex: bare.toLowerCase().replace(/0x|[:,]/g, ''),
    base64: bare.replaceAll('-', '+').replaceAll('_', '/'),
  };
}

/** Line breaks as they are, escaped once or more, percent-encoded, of a mail, or between the parts of a literal. */
const breaks = /["'`]\s*\+\s*["'`]|=\r?\n|\\+[nrt]|\\+u000[ad]|%(?:25)*0[ad]|[\s\0]/gi;

function withoutBreaks(text: string): string {
  return text
    .replace(breaks, '')
    .replace(/\\+u002b|%(?:25)*2b|&#x2b;|&#43;/gi, '+')
    .replace(/\\+u002f|%(?:25)*2f|&#x2f;|&#47;|\\+\//gi, '/')
    .replace(/\\+x([0-9a-f]{2})/gi, '$1');
}

const twelveNumbers = /(?:(?:"\d+":\s*)?\b(?:25[0-5]|2[0-4]\d|1?\d?\d)\b\s*,?\s*){12,}/g;

/** `[48,130,4,…]` and `{"0":48,"1":130,…}`, as what JSON makes of bytes. */
function listedBytes(text: string): string[] {
  return [...text.matchAll(twelveNumbers)].map(([list]) => {
    const numbers = list.replace(/"\d+":/g, '').match(/\d+/g) ?? [];
    return Buffer.from(numbers.map(Number)).toString('latin1');
  });
}
