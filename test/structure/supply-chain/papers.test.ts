import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { manifest } from './manifest.ts';

/** https://www.apache.org/licenses/LICENSE-2.0.txt */
const apache2 = 'cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30';
const [major = '', minor = ''] = manifest.version.split('.');

test('the licence is Apache’s, word for word, and package.json says so', () => {
  expect(createHash('sha256').update(readFileSync('LICENSE')).digest('hex')).toBe(apache2);
  expect(manifest.license).toBe('Apache-2.0');
});

test('the changelog has a place for what is coming, and tells of this version', () => {
  const headings = readFileSync('CHANGELOG.md', 'utf8').match(/^## .+$/gm) ?? [];

  expect(headings[0]).toBe('## [Unreleased]');
  expect(headings[1]).toMatch(
    new RegExp(`^## \\[${manifest.version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d\\d-\\d\\d$`),
  );
});

test('whoever reports a hole learns that this version is mended', () => {
  expect(readFileSync('SECURITY.md', 'utf8')).toMatch(
    new RegExp(`^\\| ${major}\\.${minor}\\.x +\\| yes`, 'm'),
  );
});
