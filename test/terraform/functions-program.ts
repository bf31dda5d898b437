import { globSync } from 'node:fs';
import type ts from 'typescript';
import { programOf } from '../support/port-use/program-of.ts';

let known: ts.Program | undefined;

/** All functions as TypeScript understands them; to understand them takes seconds, so it is done once. */
export function functionsProgram(): ts.Program {
  known ??= programOf(globSync('functions/*/index.ts').toSorted());
  return known;
}
