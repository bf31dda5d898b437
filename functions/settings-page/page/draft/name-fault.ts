import { strings } from '../strings.ts';

export const mostCharacters = 100;

/** As the service judges it: what cannot be seen, or deceives the eye, is no part of a name. */
const deceptive =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?![\uFE0E\uFE0F])\p{DI}|(?<!\p{ExtPict})[\uFE0E\uFE0F]|\p{M}{5}/u;
const visible = /[^\p{Zs}\p{M}]/u;

export const lengthOf = (name: string): number =>
  Array.from(name.normalize('NFC').replace(/^ +| +$/g, '')).length;

/** What is wrong with a name, in words; undefined where nothing is. That it is taken, only the service knows. */
export function nameFault(name: string): string | undefined {
  const words = strings.draft.missing;
  const length = lengthOf(name);
  if (length === 0) return words.name;
  if (length > mostCharacters) return words.nameTooLong(length - mostCharacters);
  return deceptive.test(name) || !visible.test(name) ? words.nameInvisible : undefined;
}
