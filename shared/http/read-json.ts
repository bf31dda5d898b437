import { Problem } from '../problems/problem.ts';
import { repeatsMember } from './repeats-member.ts';

const deepest = 16;
/** No call takes a tenth of that; thousands of members take longer to refuse one by one than to count. */
const mostCommas = 500;

/** JSON in UTF-8, at most 16 levels deep, that can be read in one way only. No word of the body is quoted, as V8's own messages would. */
export function readJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const { depth, commas } = shapeOf(text);
  if (depth > deepest || commas > mostCommas) {
    throw new Problem(
      'body-unreadable',
      depth > deepest
        ? `Send JSON that is at most ${String(deepest)} levels deep.`
        : `Send JSON of at most ${String(mostCommas)} members.`,
    );
  }
  const value = parse(text);
  if (repeatsMember(text)) {
    throw new Problem('body-unreadable', 'Send JSON whose objects have each member once.');
  }
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('body-unreadable', 'Send one well-formed JSON object as the body.');
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('body-unreadable', 'Send the body in UTF-8.');
  }
}

/** How deep it is, and how many members and entries follow others, as far as that may be. */
function shapeOf(text: string): { depth: number; commas: number } {
  let level = 0;
  let depth = 0;
  let commas = 0;
  let inString = false;
  for (let place = 0; place < text.length && commas <= mostCommas; place += 1) {
    const character = text[place];
    if (inString && character === '\\') place += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === ',') commas += 1;
    else if (character === '{' || character === '[') depth = Math.max(depth, (level += 1));
    else if (character === '}' || character === ']') level -= 1;
  }
  return { depth, commas };
}
