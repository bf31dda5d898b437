const longest = 4000;

/**
 * Google's words as one line of plain text: what prints nothing, or turns the direction of writing, is a space, and the
 * typographic apostrophe of some of its pages is the one that sentences are compared with.
 */
export function cleanText(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .slice(0, longest)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .trim();
}
