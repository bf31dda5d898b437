import { execFile } from 'node:child_process';
import { globSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { applyingFile, readBuildFile, stepOf } from '../deployment/build-file.ts';
import { schedule } from '../deployment/smoke.ts';
import { listen } from '../support/listen.ts';
import { root, type RunningService, withService } from './running-service.ts';

const run = promisify(execFile);
const names = globSync('functions/*/index.ts').map((path) => basename(dirname(path)));

let service: RunningService;
withService((started) => {
  service = started;
});

test('the step of the build that looks whether a deployment lives passes on the service itself', async () => {
  const { origin, stateFolder } = service;
  const urls = Object.fromEntries(names.map((name) => [name, `${origin}/${name}`]));
  symlinkSync(join(root, 'tools'), join(stateFolder, 'tools'));
  writeFileSync(
    join(stateFolder, 'outputs.json'),
    JSON.stringify({
      page_url: { value: origin },
      function_urls: { value: urls },
      ...schedule(),
      smoke_curl: { value: smokeCurl(origin) },
    }),
  );

  const { script } = stepOf(readBuildFile(applyingFile), 'smoke');
  const env = {
    ...process.env,
    GOOGLE_OAUTH_ACCESS_TOKEN: 'a token',
    CLOUDSDK_API_ENDPOINT_OVERRIDES_CLOUDSCHEDULER: `${await scheduler()}/`,
  };
  const { stdout } = await run('bash', ['-c', script], { cwd: stateFolder, env });

  expect(stdout).toMatch(/^ok {6}POST upload-key lets in nobody without a token$/m);
  expect(stdout).toMatch(/^ok {6}POST check-connectors is closed to people$/m);
  expect(stdout).toMatch(/^ok {6}the schedule gets through$/m);
  expect(stdout).toMatch(/^1[0-9] passed, 0 failed$/m);
});

/** Cloud Scheduler, as it tells of a job that was just called and answered. */
async function scheduler(): Promise<string> {
  const lastAttemptTime = new Date(Date.now() + 60_000).toISOString();
  return listen((_, httpResponse) => {
    httpResponse.end(JSON.stringify({ state: 'ENABLED', lastAttemptTime, status: {} }));
  });
}

/** The output of terraform/ as Terraform would fill it in for an installation here. */
function smokeCurl(origin: string): string {
  const [, template = ''] =
    /^output "smoke_curl" \{\n[^]*?^ {2}value += ("curl.*")$/m.exec(
      readFileSync('terraform/outputs.tf', 'utf8'),
    ) ?? [];
  const filledIn = template
    .replaceAll('${local.page_url}', origin)
    .replaceAll(/\$\{local\.function_urls\["([\w-]+)"\]\}/g, `${origin}/$1`);
  return (JSON.parse(filledIn) as string).replaceAll('%%', '%');
}
