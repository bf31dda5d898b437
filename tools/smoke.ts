import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { accessToken } from './deploy/access-token.ts';
import { readOutputs } from './deploy/read-outputs.ts';
import { scheduleProbe } from './deploy/schedule-probe.ts';
import { smokeProbes } from './deploy/smoke-probes.ts';
import { waitFor } from './deploy/wait-for.ts';

/**
 * `node tools/smoke.ts OUTPUTS.json [--patience SECONDS]`, OUTPUTS.json from `terraform output -json`: proves that what was
 * deployed lives and is shut, by asking without any token, and that the schedule gets in, by asking Cloud Scheduler, for
 * which it takes a token (access-token.ts). It imports nothing that would have to be installed.
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
const since = new Date();
const googlesScheduler = 'https://cloudscheduler.googleapis.com';
const outputs = readOutputs(readFileSync(file, 'utf8'));
const origin = process.env.CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDSCHEDULER ?? googlesScheduler;
const probes = [
  ...(await smokeProbes(outputs, (ask) => waitFor(ask, seconds))),
  scheduleProbe(outputs.schedule, {
    origin: origin.replace(/\/$/, ''),
    token: await accessToken(),
    since,
  }),
];
const answers = await Promise.all(
  probes.map(async ({ what, ask }) => ({ what, complaint: await waitFor(ask, seconds) })),
);
for (const { what, complaint } of answers) {
  console.log(complaint === undefined ? `ok      ${what}` : `FAILED  ${what}: ${complaint}`);
}
const failed = answers.filter(({ complaint }) => complaint !== undefined).length;
console.log(`${String(answers.length - failed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
