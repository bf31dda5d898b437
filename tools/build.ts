import { globSync, rmSync } from 'node:fs';
import { dirname, basename } from 'node:path';
import { parseArgs } from 'node:util';
import { sizeLimits } from './bundle/size-limits.ts';
import { writeFunction } from './bundle/write-function.ts';

/** `npm run build`: every function that has an entry, ready to be deployed, under dist/. Fails where one outgrew its limit. */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
rmSync(values.out, { recursive: true, force: true });
const names = globSync('functions/*/index.ts').map((path) => basename(dirname(path)));
const kibibytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KiB`.padStart(9);

console.log(`${'function'.padEnd(22)}    bundle   archive     limit  file`);
for (const name of names.toSorted()) {
  const { codeBytes, zipBytes, zip } = await writeFunction(name, values.out);
  const limit = (sizeLimits[name] ?? 0) * 1024;
  const row = [name.padEnd(22), kibibytes(codeBytes), kibibytes(zipBytes), kibibytes(limit)];
  console.log(`${row.join(' ')}  ${zip}`);
  if (zipBytes <= limit) continue;
  console.error(`The archive of ${name} is larger than its limit in tools/bundle/size-limits.ts.`);
  process.exitCode = 1;
}
