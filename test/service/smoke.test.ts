import { execFile } from 'node:child_process';
import { globSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type RunningService, withService } from './running-service.ts';

const run = promisify(execFile);
const names = globSync('functions/*/index.ts').map((path) => basename(dirname(path)));

let service: RunningService;
withService((started) => {
  service = started;
});

test('the smoke test of a deployment passes on the service itself', async () => {
  const { origin, stateFolder } = service;
  const urls = Object.fromEntries(names.map((name) => [name, `${origin}/${name}`]));
  const file = join(stateFolder, 'outputs.json');
  const outputs = { page_url: { value: origin }, function_urls: { value: urls } };
  writeFileSync(file, JSON.stringify(outputs));

  const { stdout } = await run(process.execPath, ['tools/smoke.ts', file, '--patience', '0']);

  expect(stdout).toMatch(/^ok {6}POST upload-key lets in nobody without a token$/m);
  expect(stdout).toMatch(/^ok {6}POST check-connectors is closed to people$/m);
  expect(stdout).toMatch(/^1[0-9] passed, 0 failed$/m);
});
