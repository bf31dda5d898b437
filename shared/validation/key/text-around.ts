import { jsonString } from './json-strings.ts';

const quote = '["\'\\u2018-\\u201F\\u2032\\u2033\\u00AB\\u00BB\\u2039\\u203A\\uFF02]';
const objectStart = new RegExp(`\\{\\s*${quote}`);
const memberFirst = new RegExp(`^${quote}`);
const member = new RegExp(`${quote}\\s*:`);

/**
 * The one object in a text, without the words before and after it: a greeting, a fence of Markdown, an assignment.
 * Where members stand outside of it, the text is left as it is: the brace that seems to end it does not.
 */
export function withoutTextAround(text: string): string {
  const start = text.search(objectStart);
  if (start < 0) return text;
  const end = endOfObject(text, start);
  const [before, after] = [text.slice(0, start).trim(), text.slice(end).trim()];
  const cut = member.test(after) || (memberFirst.test(before) && member.test(before));
  return cut || (before === '' && after === '') ? text : text.slice(start, end);
}

/** Whether a second object follows the first. */
export function holdsTwoObjects(text: string): boolean {
  const start = text.search(objectStart);
  return start >= 0 && objectStart.test(text.slice(endOfObject(text, start)));
}

const tokens = new RegExp(`${jsonString}|[{}]`, 'gs');

function endOfObject(text: string, start: number): number {
  let level = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(tokens)) {
    if (token === '{') level += 1;
    else if (token === '}') level -= 1;
    if (level === 0) return start + index + 1;
  }
  return text.length;
}
