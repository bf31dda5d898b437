import { couldGoOn } from './could-go-on.ts';
import { innerText } from './inner-text.ts';
import { repairs } from './mend-json.ts';
import { parseStrictly } from './parse-strictly.ts';
import { holdsTwoObjects } from './text-around.ts';

/** The object in a file, or why there is none; and what had to be repaired to come so far. */
export type Unwrapped = Found | Fault;

interface Found {
  object: Record<string, unknown>;
  repairs: string[];
}
interface Fault {
  fault: string;
  position: number;
  repairs: string[];
}

/** base64 of a JSON string of a key happens; three layers are somebody's test of us. */
const mostLayers = 2;

/**
 * Reads the one object in a text. What people do to such files is undone where it is safe: layers are taken off (base64,
 * JSON in a JSON string), then quotes, braces, commas and text around are put right.
 */
export function unwrapJson(text: string, layers = mostLayers): Unwrapped {
  const direct = objectIn(text);
  if (isFinal(direct)) return direct;
  const inner = layers > 0 ? innerText(text) : undefined;
  if (!inner) return mendedOrNamed(text, direct);
  if ('fault' in inner) return fault(inner.fault);
  const within = unwrapJson(inner.text, layers - 1);
  return { ...within, repairs: [...inner.repairs, ...within.repairs] };
}

const fault = (word: string, position = 0): Fault => ({ fault: word, position, repairs: [] });

/** What no repair could make better. */
const isFinal = (result: Unwrapped) =>
  'object' in result || result.fault === 'duplicate-member' || result.fault === 'too-deep';

function objectIn(text: string): Unwrapped {
  const parsed = parseStrictly(text);
  if ('fault' in parsed) return fault(parsed.fault, parsed.position);
  const { value } = parsed;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fault('not-an-object');
  return { object: value as Record<string, unknown>, repairs: [] };
}

/** The places are those of the text as it came: repairs move them. */
function mendedOrNamed(text: string, direct: Unwrapped): Unwrapped {
  const whole = mended(text);
  if (isFinal(whole) || ('fault' in whole && whole.fault === 'cut-off')) return whole;
  if ('fault' in direct && direct.fault === 'not-an-object') return direct;
  if (holdsTwoObjects(text)) return fault('two-objects');
  const ends = /\}["'`]?$/.test(text.trimEnd());
  return ends && !text.includes('{') ? fault('beginning-lost') : direct;
}

/** Applies the repairs in turn, keeping those that change something, until the text can be read. */
function mended(text: string): Unwrapped {
  let current = text;
  const applied = new Set<string>();
  let result = objectIn(current);
  for (const [name, repair] of repairs) {
    if (isFinal(result)) break;
    const changed = repair(current);
    if (changed === current) continue;
    current = changed;
    applied.add(name);
    result = objectIn(current);
  }
  if ('object' in result) return { ...result, repairs: [...applied] };
  return couldGoOn(text) || couldGoOn(current) ? fault('cut-off', text.trimEnd().length) : result;
}
