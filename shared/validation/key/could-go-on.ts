import { jsonString } from './json-strings.ts';

/** Whether a text is the beginning of a JSON object, or of one in a JSON string, and nothing but its end is missing. */
export function couldGoOn(text: string): boolean {
  const bare = text.trim();
  if (!/^"?\{/.test(bare) || bare.endsWith('}') || isJson(bare)) return false;
  const { open, within } = left(bare);
  const begun = within
    ? [bare.replace(/(?<!\\)((?:\\\\)*)\\(?:u[0-9a-fA-F]{0,3})?$/, '$1')].flatMap((start) => [
        `${start}"`,
        `${start}":0`,
      ])
    : [
        bare,
        `${bare}:0`,
        `${bare}0`,
        bare.replace(/,$/, ''),
        // From the beginning of a run alone: from each of its letters, a long one costs its square.
        bare.replace(/(?<![-+.\w])[-+.\w]+$/, '0'),
      ];
  return begun.some((start) => isJson(start + open));
}

const tokens = new RegExp(`${jsonString}|[[\\]{}]`, 'gs');

/** What has been opened and not been closed, as what would close it; and whether a string has. */
function left(text: string): { open: string; within: boolean } {
  let open = '';
  let within = false;
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{') open = `}${open}`;
    else if (token === '[') open = `]${open}`;
    else if (token === '}' || token === ']') open = open.slice(1);
    else within = token.length < 2 || !/^"(?:[^"\\]|\\.)*"$/s.test(token);
  }
  return { open, within };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
