import { jsonString } from './json-strings.ts';

/**
 * Line breaks and tabs as they are inside a JSON string: in a private key JSON wants escapes for them; in any other
 * value a terminal or a mail program has wrapped the line.
 */
export function escapeLineBreaks(text: string): string {
  return text.replace(new RegExp(jsonString, 'gs'), (string) => {
    const lineBreak = string.includes('---') ? '$1\\n' : '$1';
    return string
      .replace(/(?<!\\)((?:\\\\)*\\)(?:\r\n?|\n)(?=[nrtu"\\/])/g, '$1')
      .replace(/(?<!\\)((?:\\\\)*)\\?(?:\r\n?|\n)/g, lineBreak)
      .replace(/\t/g, '\\t');
  });
}
