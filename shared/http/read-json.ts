import { Problem } from '../problems/problem.ts';
import { repeatsMember } from './repeats-member.ts';

const deepest = 16;

/** JSON in UTF-8, at most 16 levels deep, that can be read in one way only. No word of the body is quoted, as V8's own messages would. */
export function readJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  if (depth(text) > deepest) {
    throw new Problem(
      'body-unreadable',
      `Send JSON that is at most ${String(deepest)} levels deep.`,
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

function depth(text: string): number {
  let level = 0;
  let most = 0;
  let inString = false;
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place];
    if (inString && character === '\\') place += 1;
    else if (character === '"') inString = !inString;
    else if (inString) continue;
    else if (character === '{' || character === '[') most = Math.max(most, (level += 1));
    else if (character === '}' || character === ']') level -= 1;
  }
  return most;
}
