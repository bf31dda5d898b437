import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundlesIn } from '../../tools/deployed-service/bundles-in.ts';

test('who wants bundles before there are any is told to build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });

  expect(() => bundlesIn(join(folder, 'nowhere'))).toThrow('npm run build');
  expect(() => bundlesIn(folder)).toThrow('npm run build');

  mkdirSync(join(folder, 'upload-key'));
  mkdirSync(join(folder, 'source-maps'));
  mkdirSync(join(folder, 'sbom'));
  expect(bundlesIn(folder)).toEqual(['upload-key']);
});
