import { join } from 'node:path';
import { pythonProgram } from '../support/python-program.ts';

/** Where the program is that makes up requests. */
export const requireSchemathesis = (): string =>
  pythonProgram('schemathesis', join(import.meta.dirname, 'requirements.txt'));
