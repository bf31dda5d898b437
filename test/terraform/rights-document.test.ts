import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rightsDocument } from './rights/rights-document.ts';
import { withoutTerraform } from './terraform-here.ts';

describe.skipIf(withoutTerraform())('with Terraform', () => {
  test('docs/rights.md tells who may do what, as it is planned now: else `npm run rights`', async () => {
    expect(readFileSync('docs/rights.md', 'utf8')).toBe(await rightsDocument());
  });
});
