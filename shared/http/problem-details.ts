import { catalogue } from '../problems/catalogue.ts';
import { Problem } from '../problems/problem.ts';

/** A refusal as it travels: RFC 9457 problem details, with the catalogue's code as `code`. */
export interface ProblemDetails {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  [extension: string]: unknown;
}

/** What is thrown and is no Problem is a defect: the caller learns only where to find it in the logs. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(
    'internal',
    'The fault is ours and is in our logs; try again, and name the instance if it persists.',
    { cause: error },
  );
}

export function problemDetails(problem: Problem, trace: string): ProblemDetails {
  return {
    ...problem.extensions,
    type: `urn:bigquery-connector:problem:${problem.code}`,
    title: catalogue[problem.code].title,
    status: catalogue[problem.code].status,
    detail: problem.message,
    instance: `urn:bigquery-connector:request:${trace}`,
    code: problem.code,
  };
}
