import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Deployment } from '../deployed-service/deployed-function.ts';

/** The baseline: the framework with the least of functions, as its documentation begins. */
export function helloIn(dist: string): Deployment {
  const folder = join(dist, '..', 'hello');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{"main":"index.js"}');
  writeFileSync(
    join(folder, 'index.js'),
    "exports.hello = (_, response) => response.send('hello');",
  );
  return { folder, target: 'hello', variables: {} };
}
