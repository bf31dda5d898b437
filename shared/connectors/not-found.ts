import { Problem } from '../problems/problem.ts';

/** One answer for a foreign, a deleted and an invented id. */
export function connectorNotFound(): Problem {
  return new Problem('connector-not-found', 'Look up the id in the list of connectors.');
}
