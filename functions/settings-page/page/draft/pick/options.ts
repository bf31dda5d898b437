import { SignedOut } from '../../api/signed-out.ts';
import { strings } from '../../strings.ts';
import type { Named, Names } from './use-names.ts';

/** No name of BigQuery's has a slash: what does something else than choose begins with it. */
const special = '/';
export const moreValue = `${special}more`;
export const againValue = `${special}again`;
export const signInValue = `${special}sign-in`;
export const typedValue = `${special}typed`;

export interface Option extends Named {
  value: string;
}

/** What the list offers: the names, and as options as well, so that they are reached alike, what else can be done. */
export function optionsOf<T extends Named>(
  names: Names<T>,
  typed: string,
): (Option | (T & Option))[] {
  const { items, nextPageToken, failure, waiting } = names;
  const words = strings.draft.pick;
  const exact = items.some(({ name }) => name === typed);
  return [
    ...items.map((item) => ({ ...item, value: item.name })),
    ...(typed !== '' && !exact && !waiting
      ? [{ value: typedValue, name: words.asTyped(typed) }]
      : []),
    ...(failure !== undefined ? [wayOnFrom(failure)] : []),
    ...(nextPageToken !== undefined ? [{ value: moreValue, name: words.more }] : []),
  ];
}

/** Who is signed out tries in vain. */
const wayOnFrom = (failure: unknown): Option =>
  failure instanceof SignedOut
    ? { value: signInValue, name: strings.signIn.again }
    : { value: againValue, name: strings.failure.again };
