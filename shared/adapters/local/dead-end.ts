import { Problem } from '../../problems/problem.ts';

/** Facts for one line of the log. */
export type TaskFacts = Record<string, string | number>;
export type LogTask = (event: string, facts: TaskFacts) => void;

/** What failed, by its kind: an error's own words may hold what no log should. */
export function failureFacts(error: unknown): TaskFacts {
  if (error instanceof Problem) return { error: error.name, code: error.code };
  return { error: error instanceof Error ? error.constructor.name : typeof error };
}
