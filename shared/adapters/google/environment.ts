import * as z from 'zod';
import { readEnvironment } from './read-environment.ts';

// zod would compile a parser for each schema at run time: a cold start pays for that and never earns it back.
z.config({ jitless: true });

/** Read once, as the function starts: a wrong deployment dies before its first request, with a sentence a variable. */
export const environment = readEnvironment(process.env, (sentences) => {
  process.stderr.write(`${sentences.join('\n')}\n`);
  process.exit(1);
});
