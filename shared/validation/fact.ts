import type { Answer } from '../ports/answer.ts';

/** One question to Google, put when somebody first wants its answer. Undefined where what it builds on was refused. */
export type Fact<T> = () => Promise<Answer<T> | undefined>;

export function valueOf<T>(answer: Answer<T> | undefined): T | undefined {
  return answer && 'value' in answer ? answer.value : undefined;
}

/** The question is put once, however many want to know. */
export function once<T>(question: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= question());
}
