import { readFileSync, writeFileSync } from 'node:fs';
import { bundleSizes } from './dependencies/bundle-sizes.ts';
import { dependenciesFile, withSizes } from './dependencies/size-table.ts';

/** `npm run sizes`: what each package adds to which bundle, measured, into docs/dependencies.md. */
const text = readFileSync(dependenciesFile, 'utf8');
writeFileSync(dependenciesFile, await withSizes(text, await bundleSizes()));
