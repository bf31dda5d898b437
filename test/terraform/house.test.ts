import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { requireTerraform, withoutTerraform } from './terraform-here.ts';
import { terraform } from './working-copy.ts';

describe.skipIf(withoutTerraform())('with Terraform: the deployment', () => {
  test('is written as `terraform fmt` writes', () => {
    expect(terraform('terraform', 'fmt', '-check', '-recursive', '-diff').said).toBe('');
  });

  test('is valid', () => {
    const { status, said } = terraform(requireTerraform(), 'validate', '-no-color');

    expect(said).toContain('The configuration is valid.');
    expect(status).toBe(0);
  });

  test('passes its own tests (those of what is refused: refusals.test.ts)', () => {
    const files = globSync('terraform/tests/*.tftest.hcl').filter(
      (path) => !path.includes('refused-'),
    );
    const filters = files.map((path) => `-filter=${path.replace('terraform/', '')}`);

    const { status, said } = terraform(requireTerraform(), 'test', '-no-color', ...filters);

    expect(said).toMatch(/Success! \d+ passed, 0 failed/);
    expect(status).toBe(0);
  });
});
