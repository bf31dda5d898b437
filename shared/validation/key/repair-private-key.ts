/** A private key as PEM, what was put right in it, and its base64 where it has a first and a last line. */
export interface RepairedPem {
  pem: string;
  repairs: PemRepair[];
  body?: string;
}

export type PemRepair =
  | 'literal-line-breaks'
  | 'carriage-returns'
  | 'lost-line-breaks'
  | 'lost-backslashes'
  | 'invisible-characters'
  | 'first-or-last-line'
  | 'text-around';

/** Word processors turn hyphens into dashes, and two into one; terminals wrap a line wherever it is full. */
const dash = '[-\\u2010-\\u2015\\u2212\\uFE58\\uFF0D]';
const blanks = '\\s{0,9}';
const spaced = (word: string) => word.split('').join(blanks);
const line = (word: string, kind: string) =>
  new RegExp(
    `${dash}{0,3}(?:${dash}${blanks}){1,5}${spaced(word)}${blanks}${kind}${blanks}${spaced('PRIVATEKEY')}(?:${blanks}${dash}){1,5}${dash}{0,3}`,
  );
const first = line('BEGIN', '([A-Z]{0,10}?)');
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const literalLineBreak = /\\{1,8}r\\{1,8}n|\\{1,8}[nr]|\\{1,8}(?=\s|$)/g;
const lineOf64 = /.{1,64}/g;

/**
 * A PEM block (RFC 7468) with its lines as they were, whatever happened to what stands between the characters of the
 * key. Those stay as they are: nothing is guessed.
 */
export function repairPrivateKey(text: string): RepairedPem {
  const repairs: PemRepair[] = [];
  const apply = (name: PemRepair, current: string, changed: string): string => {
    if (changed !== current) repairs.push(name);
    return changed;
  };
  let pem = apply('invisible-characters', text, text.replace(invisible, ''));
  pem = apply('literal-line-breaks', pem, pem.replace(literalLineBreak, '\n'));
  pem = apply('carriage-returns', pem, pem.replace(/\r\n?/g, '\n'));
  const parts = partsOf(pem);
  if (!parts) return { pem, repairs };
  const { kind, header, inside, footer, outside } = parts;
  const label = `${kind === '' ? '' : `${kind} `}PRIVATE KEY`;
  const frame = [`-----BEGIN ${label}-----`, `-----END ${label}-----`] as const;
  const backslashed = apply('lost-backslashes', inside, withoutStrayLetters(inside));
  if (backslashed === inside || outside !== 'n') apply('text-around', outside.trim(), '');
  apply('first-or-last-line', `${header}${footer}`, frame.join(''));
  const body = backslashed.replace(/\s+/g, '');
  const lines = body.match(lineOf64) ?? [];
  apply('lost-line-breaks', backslashed.replace(/^\n|\n$/g, ''), lines.join('\n'));
  const ending = pem.endsWith('\n') || repairs.length > 0 ? '\n' : '';
  return { pem: `${[frame[0], ...lines, frame[1]].join('\n')}${ending}`, repairs, body };
}

/** First line, base64, last line and the rest; not where another key or a password is in it. */
function partsOf(pem: string) {
  const header = first.exec(pem);
  const kind = header?.[1] ?? '';
  if (!header || pem.includes('ENCRYPTED')) return undefined;
  const start = header.index + header[0].length;
  const footer = line('END', spaced(kind)).exec(pem.slice(start));
  if (!footer) return undefined;
  const end = start + footer.index;
  const outside = `${pem.slice(0, header.index)}${pem.slice(end + footer[0].length)}`;
  if (outside.includes('BEGIN')) return undefined;
  return { kind, header: header[0], inside: pem.slice(start, end), footer: footer[0], outside };
}

/** A shell that eats the backslash of `\n` leaves an n before, after and between lines of 64 characters. */
function withoutStrayLetters(inside: string): string {
  const lines = /^n(?:[A-Za-z0-9+/]{64}n)*[A-Za-z0-9+/]{1,64}={0,2}n$/.test(inside);
  return lines ? inside.slice(1, -1).replace(/(.{64})n/g, '$1\n') : inside;
}
