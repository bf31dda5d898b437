import { parseArgs } from 'node:util';
import { overlooked } from './overlooked.ts';
import { replay } from './replay.ts';
import { requireSchemathesis } from './require-schemathesis.ts';
import { type Fuzzed, runSchemathesis } from './run-schemathesis.ts';
import { tryProperties } from './try-properties.ts';
import { withFuzzedService } from './with-fuzzed-service.ts';

/**
 * `npm run test:fuzz`: what was found before is asked again, then every call of the OpenAPI document is asked what
 * nobody thought of, as an editor and as a viewer; last, whether a service that is broken on purpose would be found.
 * The long form tries the properties of the unit tests too, with two thousand values each. With `-- --short` some two
 * minutes, as CI has it. A new find belongs into `corpus/`.
 */
const { values } = parseArgs({
  options: { short: { type: 'boolean', default: false }, seed: { type: 'string', default: '1' } },
});
const seed = Number(values.seed);
const efforts = {
  editor: values.short ? { examples: 15, seconds: 75 } : { examples: 100, seconds: 720 },
  viewer: values.short ? { examples: 5, seconds: 20 } : { examples: 40, seconds: 180 },
};
const program = requireSchemathesis();
const print = (line: string) => process.stdout.write(`${line}\n`);
const number = (count: number) => count.toLocaleString('en');

const failures = await withFuzzedService(async (pool, schema) => {
  const { requests, failures: wrong } = await replay(pool);
  print(`found before: ${number(requests)} asked again, ${number(wrong.length)} wrong`);
  for (const sentence of wrong) print(`  ${sentence}`);
  const found = [...wrong];
  for (const as of ['editor', 'viewer'] as const) {
    const fuzzed = await runSchemathesis({ program, schema, pool, as, seed, ...efforts[as] });
    tell(as, fuzzed);
    if (fuzzed.failed) found.push(`as ${as}`);
  }
  return found;
});

const notFound = await overlooked(program);
print(
  notFound.length === 0
    ? 'broken on purpose in 5 calls: all found'
    : `broken on purpose, and not found: ${notFound.join(', ')}`,
);
const hold = values.short || tryProperties();
if (failures.length > 0 || notFound.length > 0 || !hold) process.exitCode = 1;

function tell(as: string, fuzzed: Fuzzed): void {
  const counts = Object.entries(fuzzed.statuses).toSorted();
  const sumOf = (some: typeof counts) => number(some.reduce((all, [, count]) => all + count, 0));
  const list = counts.map(([status, count]) => `${status} × ${number(count)}`);
  const unexplained = sumOf(counts.filter(([status]) => status >= '500'));
  if (fuzzed.failed) print(fuzzed.said);
  print(`as ${as}: ${sumOf(counts)} requests, ${number(fuzzed.failures.length)} failing calls`);
  print(`  ${list.join(', ')}; ${unexplained} unexplained 5xx`);
}
