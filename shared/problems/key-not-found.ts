import { Problem } from './problem.ts';

/** The same words whichever vault is asked, and whether the key is absent, expired or of another workspace. */
export function keyNotFound(): Problem {
  return new Problem('key-not-found', 'Upload the key file again: no key is kept under this id.');
}
