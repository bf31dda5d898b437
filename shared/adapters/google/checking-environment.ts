import * as z from 'zod';
import { type CheckingVariable, readCheckingEnvironment } from './read-checking-environment.ts';

z.config({ jitless: true }); // as in environment.ts

/** Asked for once, as the function starts, so that a wrong deployment dies before its first request. */
export function checkingEnvironment<Name extends CheckingVariable>(
  ...names: readonly Name[]
): Record<Name, string> {
  return readCheckingEnvironment(process.env, names, (sentences) => {
    process.stderr.write(`${sentences.join('\n')}\n`);
    process.exit(1);
  });
}
