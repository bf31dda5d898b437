import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';

export const functionNames = globSync('functions/*/index.ts')
  .map((path) => basename(dirname(path)))
  .toSorted();
