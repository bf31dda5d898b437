import type { ContactKeyType } from '../draft.ts';

const guesses: [name: RegExp, type: ContactKeyType][] = [
  [/e-?mail/i, 'email'],
  [/phone|mobile|msisdn|\bsms\b/i, 'phone'],
  [/external.?(customer.?)?id/i, 'externalId'],
  [/^contact.?id$/i, 'contactId'],
];

/** What a column's name says it holds, if it can hold that; what is guessed wrong shows in the check, and is changed. */
export function guessContactKey(
  column: string,
  possible: readonly ContactKeyType[] | undefined,
): ContactKeyType | undefined {
  const guess = guesses.find(([name]) => name.test(column))?.[1];
  return guess !== undefined && possible?.includes(guess) === true ? guess : undefined;
}
