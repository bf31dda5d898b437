import * as z from 'zod';
import { type PageEnvironment, readPageEnvironment } from './read-page-environment.ts';

z.config({ jitless: true }); // as in environment.ts

/** Asked for once, as the function starts, so that a wrong deployment dies before its first request. */
export function pageEnvironment(): PageEnvironment {
  return readPageEnvironment(process.env, (sentences) => {
    process.stderr.write(`${sentences.join('\n')}\n`);
    process.exit(1);
  });
}
