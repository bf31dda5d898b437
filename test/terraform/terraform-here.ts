import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terraform, workingCopy } from './working-copy.ts';

let asked: { missing: string | undefined } | undefined;
let folder: string | undefined;

/**
 * For `describe.skipIf`. It asks for Terraform and its provider alone: what is wrong in terraform/ is to fail, and not to
 * be skipped.
 */
export function withoutTerraform(): boolean {
  asked ??= { missing: missing() };
  return asked.missing !== undefined;
}

/** A copy of terraform/ that is ready; refuses with what is missing. */
export function requireTerraform(): string {
  if (withoutTerraform()) {
    throw new Error(
      `This needs Terraform 1.11 or newer (https://developer.hashicorp.com/terraform/install) and its provider hashicorp/google: ${String(asked?.missing)}`,
    );
  }
  return (folder ??= workingCopy());
}

/** What Terraform says where it cannot be run, or cannot get the provider. */
function missing(): string | undefined {
  const probe = mkdtempSync(join(tmpdir(), 'terraform-'));
  copyFileSync('terraform/modules/function/versions.tf', join(probe, 'versions.tf'));
  const { status, said } = terraform(probe, 'init', '-input=false', '-no-color');
  rmSync(probe, { recursive: true, force: true });
  return status === 0 ? undefined : said;
}
