import { mostFileBytes } from './decode-text.ts';
import { type KeyCheck, newKeyFile } from './key-check.ts';

/** A1 of a file that could be read: as it was, or with what had to be repaired. */
export function readable(repairs: string[]): KeyCheck {
  if (repairs.length === 0) {
    return { id: 'A1', outcome: 'passed', cause: 'readable', detail: 'The key file can be read.' };
  }
  return {
    id: 'A1',
    outcome: 'warning',
    cause: `${repairs[0] ?? ''}-repaired`,
    detail: `The file was not as Google gave it, and could be repaired: ${repairs.map((repair) => words[repair] ?? repair).join(', ')}.`,
    evidence: { repairs },
  };
}

const words: Record<string, string> = {
  'byte-order-mark': 'a byte order mark was dropped',
  'invisible-characters': 'characters that nobody sees stood in it',
  'json-in-a-string': 'it was JSON within a JSON string',
  base64: 'it was encoded as base64',
  'mail-quotation': 'its lines began with the marks of a quoted mail',
  'smart-quotes': 'its quotes were typographic ones',
  'single-quotes': 'its quotes were single ones',
  'non-breaking-spaces': 'its spaces were those of a word processor',
  'raw-line-breaks': 'line breaks stood inside a value',
  'text-around': 'there was text around it',
  'missing-braces': 'its outer braces were missing',
  'trailing-comma': 'it had a comma too many',
};

const asDownloaded = 'choose the JSON key file as it was downloaded.';
const sentences: Record<string, string> = {
  'empty-file': 'The file is empty: choose the key file that your browser downloaded.',
  'too-large': `The file has more than ${String(mostFileBytes)} bytes, which no key file has: choose the JSON key file.`,
  'utf-16':
    'The file was saved as UTF-16: save it as UTF-8, or choose the file as it was downloaded.',
  pkcs12: 'The file is a PKCS#12 key (.p12): ask for a key of type JSON instead.',
  'java-key-store': 'The file is a key store of Java: ask for a key of type JSON instead.',
  zip: 'The file is an archive or an office document: unpack it, or choose the JSON key file.',
  office: 'The file is an office document: choose the JSON key file.',
  image: 'The file is an image: choose the JSON key file, a picture of it cannot be read.',
  pdf: 'The file is a PDF: choose the JSON key file.',
  'not-utf8': `The file is not text: ${asDownloaded}`,
  binary: `The file is not text: ${asDownloaded}`,
  'not-an-object': `The file is JSON, but no key file: ${asDownloaded}`,
  'too-deep': `The file is JSON, but no key file: ${asDownloaded}`,
  'two-objects': 'The file holds more than one JSON object: leave the one key in it.',
  'beginning-lost': `The beginning of the file is missing: download or copy it again, whole, or ${newKeyFile}.`,
};

/** A1 of a file that could not. Places are those of what was unpacked, where that was base64 or a JSON string. */
export function unreadable(
  fault: string,
  where: { position?: number; repairs?: string[] } = {},
): KeyCheck {
  const { position = 0, repairs = [] } = where;
  const what = repairs.length === 0 ? 'The file' : 'The file, once unpacked,';
  return {
    id: 'A1',
    outcome: 'failed',
    cause: fault,
    detail: sentences[fault] ?? sentenceWithPlace(fault, what, String(position)),
    ...(where.position !== undefined && {
      evidence: { position, ...(repairs.length > 0 && { repairs }) },
    }),
  };
}

function sentenceWithPlace(fault: string, what: string, place: string): string {
  if (fault === 'cut-off')
    return `${what} breaks off after ${place} characters: download or copy it again, whole, or ${newKeyFile}.`;
  if (fault === 'duplicate-member')
    return `The file was edited: a member stands in it twice, the second time at character ${place}. Please ${newKeyFile}.`;
  return `${what} is not a JSON key file; it cannot be read from character ${place} on. Please ${newKeyFile}.`;
}
