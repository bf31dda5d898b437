import table from './attacks.json' with { type: 'json' };

/** A black-box attack, with what must come of it. `threat` is its number in the threat model. */
export interface Attack {
  id: string;
  threat: number;
  function: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  asWhom: string;
  body?: unknown;
  raw?: string;
  why: string;
  expect: Expected;
}

export interface Expected {
  status: number[];
  /** In words: a scene or afterwards of that case looks at it. */
  other?: string;
  maxMs?: number;
  contentType?: string;
  bodyMustContain?: string[];
  bodyMustNotContain?: string[];
  headersMust?: Record<string, string>;
  headersMustNotContain?: string[];
  logMustNotContain?: string[];
}

export const attacks: Attack[] = table;

/** So many there are; one that got lost is not missed by a table that only goes through what it has. */
export const numberOfAttacks = 157;

export type Words = Record<string, string>;

export const filled = (text: string, words: Words): string =>
  text.replace(/\{\{([\w.]+)\}\}/g, (whole, word: string) => words[word] ?? whole);
