import { execFile } from 'node:child_process';
import { globSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { applyingFile, readBuildFile, stepOf } from '../deployment/build-file.ts';
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
      smoke_curl: { value: smokeCurl(origin) },
    }),
  );

  const { script } = stepOf(readBuildFile(applyingFile), 'smoke');
  const { stdout } = await run('bash', ['-c', script], { cwd: stateFolder });

  expect(stdout).toMatch(/^ok {6}POST upload-key lets in nobody without a token$/m);
  expect(stdout).toMatch(/^ok {6}POST check-connectors is closed to people$/m);
  expect(stdout).toMatch(/^1[0-9] passed, 0 failed$/m);
});

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
