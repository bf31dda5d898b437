import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { applyingFile, provingFile, readBuildFile } from '../deployment/build-file.ts';
import { cloudSdk } from '../sandbox/cloud-sdk.ts';

const sdk = cloudSdk();

/** Google's own parser of these files, by the messages of its API: what gcloud refuses, the service would refuse. */
describe.skipIf(!sdk)('by the Cloud SDK’s own reading of', () => {
  const folder = mkdtempSync(join(tmpdir(), 'build-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each([provingFile, applyingFile])('%s', (file) => {
    test('it is a build, with each step that we read in it', () => {
      const { stdout, stderr } = parsed(file);

      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toMatchObject({ ...readBuildFile(file) });
    });

    test.each([
      ['steps’ field', 'script: |', 'scripts: |'],
      ['option', 'logging:', 'loging:'],
      ['value of an option', 'CLOUD_LOGGING_ONLY', 'CLOUD_LOGING_ONLY'],
      ['field of the build', 'timeout:', 'timeOut:'],
    ])('a misspelt %s is refused', (_what, right, wrong) => {
      const path = join(folder, file);
      writeFileSync(path, readFileSync(file, 'utf8').replace(right, wrong));

      const { status, stderr } = parsed(path);

      expect(status).not.toBe(0);
      expect(stderr).toContain('as build config');
    });
  });
});

function parsed(path: string) {
  const root = join(sdk?.bq ?? '', '../..');
  const bundled = join(root, 'platform/bundledpythonunix/bin/python3');
  const python = existsSync(bundled) ? bundled : 'python3';
  return spawnSync(python, ['test/clients/parse-build.py', root, path], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, PYTHONDONTWRITEBYTECODE: '1' },
  });
}
