import { jsonString } from './json-strings.ts';
import { escapeLineBreaks } from './line-breaks-in-strings.ts';
import { withoutTextAround } from './text-around.ts';

export type Repair = [name: string, repair: (text: string) => string];

/**
 * What people and programs do to a JSON file on its way, and how it is undone, in this order. Nothing here touches the
 * characters within a member's value, but for line breaks, which no value can have as they are.
 */
export const repairs: Repair[] = [
  ['mail-quotation', withoutMailQuotation],
  ['text-around', withoutTextAround],
  ['smart-quotes', withoutSmartQuotes],
  ['single-quotes', (text) => (text.includes('"') ? text : text.replaceAll("'", '"'))],
  ['non-breaking-spaces', (text) => outsideStrings(text, rareSpaces, ' ')],
  ['raw-line-breaks', escapeLineBreaks],
  ['trailing-comma', (text) => outsideStrings(text, /,(?=\s*[}\]])/g, '')],
  ['missing-braces', withMissingBraces],
];

const smartQuotes = /[\u2018-\u201F\u2032\u2033\u00AB\u00BB\u2039\u203A\uFF02]/g;
const rareSpaces = /[\u00A0\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g;

function outsideStrings(text: string, pattern: RegExp, replacement: string): string {
  const either = new RegExp(`(${jsonString})|${pattern.source}`, 'gs');
  return text.replace(either, (_, string: string | undefined) => string ?? replacement);
}

/** Where one stands outside of strings, those that seem to stand within do not; else it is somebody’s comment. */
function withoutSmartQuotes(text: string): string {
  const structural = outsideStrings(text, smartQuotes, '"') !== text;
  return structural ? text.replace(smartQuotes, '"') : text;
}

function withoutMailQuotation(text: string): string {
  const quoted = text.match(/^[ \t]*>[> \t]*["'{\u2018-\u201F]/gm) ?? [];
  return quoted.length > 1 ? text.replace(/^[ \t]*>(?:[ \t]?>)*[ \t]?/gm, '') : text;
}

/** The members that Google writes last; a file that ends after another one was cut off. */
const lastMember = /"(?:universe_domain|client_x509_cert_url)"\s*:\s*"[^"\\]*"$/;

function withMissingBraces(text: string): string {
  const bare = text.trim();
  if (!bare.startsWith('{') && !bare.startsWith('"')) return text;
  const opened = bare.startsWith('"') ? `{${bare}` : bare;
  if (opened.endsWith('}')) return opened;
  const members = bare === opened ? opened : opened.replace(/,$/, '');
  return lastMember.test(members) || (bare !== opened && bare.endsWith('"')) ? `${members}}` : text;
}
