import { type Parsed, parseStrictly } from './parse-strictly.ts';

/** The object in a file, and what had to be repaired to read it. */
export type Unwrapped =
  | { object: Record<string, unknown>; repairs: string[] }
  | Exclude<Parsed, { value: unknown }>
  | { fault: 'not-an-object'; position: number };

/**
 * Reads the one object in a text. What people do to such files is undone where it is safe: at most one layer is taken
 * off (base64, or JSON in a JSON string), then quotes, braces, commas and text around are put right.
 */
export function unwrapJson(text: string): Unwrapped {
  const direct = objectIn(text);
  if ('object' in direct || direct.fault === 'duplicate-member' || direct.fault === 'too-deep')
    return direct;
  const inner = innerText(text);
  if (inner) {
    const within = mended(inner.text);
    if ('object' in within) return { ...within, repairs: [inner.repair, ...within.repairs] };
    return within;
  }
  const whole = mended(text);
  return 'object' in whole || whole.fault === 'duplicate-member' ? whole : direct;
}

function objectIn(text: string): Unwrapped {
  const parsed = parseStrictly(text);
  if ('fault' in parsed) return parsed;
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { fault: 'not-an-object', position: 0 };
  }
  return { object: value as Record<string, unknown>, repairs: [] };
}

function innerText(text: string): { text: string; repair: string } | undefined {
  const parsed = parseStrictly(text);
  if ('value' in parsed && typeof parsed.value === 'string') {
    return { text: parsed.value, repair: 'json-in-a-string' };
  }
  const compact = text.replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/_-]{40,}={0,2}$/.test(compact)) return undefined;
  const decoded = Buffer.from(compact, 'base64').toString();
  return decoded.trimStart().startsWith('{') ? { text: decoded, repair: 'base64' } : undefined;
}

type Repair = [name: string, repair: (text: string) => string];

const repairs: Repair[] = [
  ['smart-quotes', (text) => text.replace(/[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g, '"')],
  ['raw-line-breaks', rawLineBreaks],
  ['text-around', textAround],
  ['missing-braces', missingBraces],
  ['trailing-comma', (text) => text.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[}\]])/g, '$1')],
];

/** Applies the repairs in turn, keeping those that change something, until the text can be read. */
function mended(text: string): Unwrapped {
  let current = text.replace(/^\uFEFF/, '');
  const applied: string[] = [];
  let result = objectIn(current);
  for (const [name, repair] of repairs) {
    if ('object' in result || result.fault === 'duplicate-member') break;
    const changed = repair(current);
    if (changed === current) continue;
    current = changed;
    applied.push(name);
    result = objectIn(current);
  }
  return 'object' in result ? { ...result, repairs: applied } : result;
}

/** Line breaks as they are inside a string, where JSON wants `\n`. */
function rawLineBreaks(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/gs, (string) =>
    string.replace(/\r?\n/g, '\\n').replace(/\t/g, '\\t'),
  );
}

/** One object, with words before or after it. */
function textAround(text: string): string {
  const first = text.indexOf('{');
  const last = text.lastIndexOf('}');
  return first >= 0 && last > first ? text.slice(first, last + 1) : text;
}

/** Members without one or both of the braces around them. */
function missingBraces(text: string): string {
  const bare = text.trim();
  const opened = bare.startsWith('"') ? `{${bare}` : bare;
  const complete = /["}\d],?$|(?:true|false|null),?$/.test(opened);
  return opened.startsWith('{') && !opened.endsWith('}') && complete ? `${opened}}` : opened;
}
