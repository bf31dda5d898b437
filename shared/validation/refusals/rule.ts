import type { Said } from './said.ts';
import type { Verdict } from './verdict.ts';

/** What an answer must be like for the verdict to hold; the first that fits counts. */
export type Rule = [applies: (said: Said) => boolean, verdict: Verdict | ((said: Said) => Verdict)];

export const says =
  (pattern: RegExp) =>
  ({ text }: Said): boolean =>
    pattern.test(text);

export const bears =
  (...codes: string[]) =>
  ({ reason, errorInfo }: Said): boolean =>
    codes.includes(reason) || codes.includes(errorInfo);

export function judge(rules: Rule[], said: Said): Verdict | undefined {
  const verdict = rules.find(([applies]) => applies(said))?.[1];
  return typeof verdict === 'function' ? verdict(said) : verdict;
}
