import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readOutputs } from './deploy/read-outputs.ts';
import { smokeProbes } from './deploy/smoke-probes.ts';
import { waitFor } from './deploy/wait-for.ts';

/**
 * `node tools/smoke.ts OUTPUTS.json [--patience SECONDS]`, OUTPUTS.json from `terraform output -json`: proves without
 * any token that what was deployed lives and is shut. It imports nothing that would have to be installed.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { patience: { type: 'string', default: '180' } },
});
const seconds = Number(values.patience);
const [file] = positionals;
if (file === undefined || !(seconds >= 0)) {
  console.error('Say which: node tools/smoke.ts OUTPUTS.json [--patience SECONDS]');
  process.exit(2);
}
const probes = await smokeProbes(readOutputs(readFileSync(file, 'utf8')), (ask) =>
  waitFor(ask, seconds),
);
const answers = await Promise.all(
  probes.map(async ({ what, ask }) => ({ what, complaint: await waitFor(ask, seconds) })),
);
for (const { what, complaint } of answers) {
  console.log(complaint === undefined ? `ok      ${what}` : `FAILED  ${what}: ${complaint}`);
}
const failed = answers.filter(({ complaint }) => complaint !== undefined).length;
console.log(`${String(answers.length - failed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
