import { defectTraits } from '../problems/defect-traits.ts';

/**
 * The functions framework logs a JSON body that it could not parse, whole, before our code runs
 * (functions-framework-nodejs#686). Here such a body may hold a private key.
 */
export function withholdBodies(log: Pick<Console, 'error'> = console): void {
  const print = log.error.bind(log);
  log.error = (...values: unknown[]) => {
    print(...values.map((value) => withoutBody(value)));
  };
}

function withoutBody(value: unknown): unknown {
  return value instanceof Error
    ? `An error was withheld from the log: ${defectTraits(value).error}`
    : value;
}
