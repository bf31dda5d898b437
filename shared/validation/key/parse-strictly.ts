import { visit } from 'jsonc-parser';

/** JSON (RFC 8259) read once, or the word for what is wrong and the place, never an excerpt. */
export type Parsed =
  { value: unknown } | { fault: 'duplicate-member' | 'not-json' | 'too-deep'; position: number };

const deepest = 16;

/**
 * JSON.parse sees neither duplicate members, of which readers take different ones, nor where it stopped without quoting
 * the text. The scanner finds both; only what it finds in order is parsed.
 */
export function parseStrictly(text: string): Parsed {
  if (depth(text) > deepest) return { fault: 'too-deep', position: 0 };
  const members: Set<string>[] = [];
  let fault: Parsed | undefined;
  let firstError: number | undefined;
  visit(
    text,
    {
      onObjectBegin: () => {
        members.push(new Set());
      },
      onObjectEnd: () => {
        members.pop();
      },
      onObjectProperty: (name, offset) => {
        if (members.at(-1)?.has(name)) fault ??= { fault: 'duplicate-member', position: offset };
        members.at(-1)?.add(name);
      },
      onError: (_code, offset) => {
        firstError ??= offset;
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  try {
    const value: unknown = JSON.parse(text);
    return fault ?? { value };
  } catch {
    return { fault: 'not-json', position: firstError ?? text.length };
  }
}

function depth(text: string): number {
  let level = 0;
  let most = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\\n\r]|\\.)*"?|[[\]{}]/g)) {
    if (token === '{' || token === '[') most = Math.max(most, (level += 1));
    else if (token === '}' || token === ']') level -= 1;
  }
  return most;
}
