import { decodeText } from './decode-text.ts';
import { escapeLineBreaks } from './line-breaks-in-strings.ts';

/** The text that another one wraps, and how; or why it is none. */
export type InnerText = { text: string; repairs: string[] } | { fault: 'utf-16' };

/** Takes one layer off: a JSON string, with or without its quotes, or base64 as commands and browsers write it. */
export function innerText(text: string): InnerText | undefined {
  const bare = withoutAssignment(text.trim());
  const string = stringIn(escapeLineBreaks(bare)) ?? escapedObjectIn(bare);
  if (string !== undefined) return decoded(Buffer.from(string), 'json-in-a-string');
  return ofBase64(bare);
}

/** `NAME=…` of a shell or an .env file, `name: …` of YAML. */
function withoutAssignment(text: string): string {
  const assigned =
    /^(?:export\s+|set\s+|\$env:)?(?!data:)[A-Za-z_][\w.-]{0,80}\s*[=:]\s*(?=\S{16})/.exec(text);
  return text.slice(assigned?.[0].length ?? 0).replace(/;$/, '');
}

/** `{\"type\": …}`, the quotes around it lost or those of a shell. */
function escapedObjectIn(text: string): string | undefined {
  const start = text.search(/\{\s{0,99}(?:\\[nrt]\s{0,99}){0,9}\\"/);
  const object = start < 0 ? '' : text.slice(start, text.lastIndexOf('}') + 1);
  return object === '' ? undefined : stringIn(escapeLineBreaks(`"${object}"`));
}

function stringIn(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** certutil -encode writes base64 of anything between the lines of a certificate; browsers put `data:` before it. */
function ofBase64(text: string): InnerText | undefined {
  const compact = text
    .replace(/^["'`]|["'`]$/g, '')
    .replace(/^data:[\w/;=.+-]{0,80};base64,/, '')
    .replace(/-----(?:BEGIN|END) CERTIFICATE-----/g, '')
    .replace(/\\[nr]|\s/g, '');
  if (!/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(compact)) return undefined;
  const inner = decoded(Buffer.from(compact, 'base64'), 'base64');
  return inner && 'text' in inner && !isPlain(inner.text) ? undefined : inner;
}

function decoded(bytes: Uint8Array, repair: string): InnerText | undefined {
  const inner = decodeText(bytes);
  if ('text' in inner) return { text: inner.text, repairs: [repair, ...inner.repairs] };
  return inner.fault === 'utf-16' ? { fault: 'utf-16' } : undefined;
}

/** Words and numbers of other kinds can be read as base64 too, and give no text. */
const isPlain = (text: string) => /^[\t\n\r\x20-\x7E]*$/.test(text.slice(0, 200));
