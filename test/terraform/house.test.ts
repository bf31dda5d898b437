import { describe, expect, test } from 'vitest';
import { terraformHere, requireTerraform } from './terraform-here.ts';
import { terraform } from './working-copy.ts';

const here = terraformHere();

describe.skipIf('missing' in here)('with Terraform: the deployment', () => {
  test('is written as `terraform fmt` writes', () => {
    expect(terraform('terraform', 'fmt', '-check', '-recursive', '-diff').said).toBe('');
  });

  test('is valid', () => {
    const { status, said } = terraform(requireTerraform(), 'validate', '-no-color');

    expect(said).toContain('The configuration is valid.');
    expect(status).toBe(0);
  });

  test('passes its own tests', () => {
    const { status, said } = terraform(requireTerraform(), 'test', '-no-color');

    expect(said).toMatch(/Success! \d+ passed, 0 failed/);
    expect(status).toBe(0);
  });
});
