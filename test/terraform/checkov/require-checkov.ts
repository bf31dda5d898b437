import { join } from 'node:path';
import { pythonProgram } from '../../support/python-program.ts';

/** Where the scanner is of what Terraform makes. */
export const requireCheckov = (): string =>
  pythonProgram('checkov', join(import.meta.dirname, 'requirements.txt'));
