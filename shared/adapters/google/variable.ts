import * as z from 'zod';

const longest = 4000;
/** One schema a variable, no more: each cold start makes them all. */
export const variable = (must: string, isSo: (text: string) => boolean) =>
  z.custom<string>(
    (text) => typeof text === 'string' && text.length <= longest && isSo(text),
    `must ${must}`,
  );

export const like = (pattern: RegExp) => (text: string) => pattern.test(text);

/** A public host over TLS: nothing that is deployed takes its word from a laptop. */
export function isPublicUrl(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && !/^(localhost|127\.|\[)/.test(url.hostname);
}
