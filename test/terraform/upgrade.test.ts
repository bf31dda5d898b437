import { createHash } from 'node:crypto';
import { cpSync, globSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zipName } from '../../tools/bundle/archive.ts';
import { appliedTwice, changedBy } from './applied-twice.ts';
import { withoutTerraform } from './terraform-here.ts';
import { workingCopy } from './working-copy.ts';

describe.skipIf(withoutTerraform())('with Terraform: what was applied', () => {
  const folder = withoutTerraform() ? '' : workingCopy();

  // What a mock answers is what it was told: what Google answers otherwise, no test here can see.
  test('is planned again without a change', () => {
    const { plan } = appliedTwice({}, {});

    expect(changedBy(plan)).toEqual([]);
  });

  test('of a new archive changes that function and nothing else', () => {
    cpSync(join(folder, 'tests/archives'), join(folder, 'tests/next'), { recursive: true });
    for (const path of globSync(join(folder, 'tests/next/list-connectors-*'))) rmSync(path);
    const bytes = Buffer.from('The next version of list-connectors.\n');
    const zip = zipName('list-connectors', createHash('sha256').update(bytes).digest('hex'));
    writeFileSync(join(folder, 'tests/next', zip), bytes);

    const { plan } = appliedTwice({}, { archives: 'tests/next' }, { folder });

    expect(changedBy(plan)).toEqual([
      'google_storage_bucket_object.archive["list-connectors"]',
      'module.function["list-connectors"].google_cloudfunctions2_function.this',
    ]);
    const changed = plan?.resource_changes.find(({ address }) =>
      address.startsWith('module.function["list-connectors"].google_cloudfunctions2'),
    );
    // What is read back of a function after a build that failed is this, and not the archive's name in its source.
    expect(changed?.change.after.build_config).toMatchObject([
      {
        environment_variables: { CONNECTOR_SOURCE: zip },
        source: [{ storage_source: [{ object: zip }] }],
      },
    ]);
  });

  test('of another variable changes what is told it and nothing else', () => {
    const { plan } = appliedTwice({}, { page_origins: ['https://admin.example.com'] });

    const told = [
      'browse-tables',
      'delete-connector',
      'list-connectors',
      'save-connector',
      'upload-key',
      'validate-connection',
    ];
    const functions = told.map(
      (name) => `module.function["${name}"].google_cloudfunctions2_function.this`,
    );
    expect(changedBy(plan)).toEqual(functions);
  });

  test('keeps no secret in a plan or a state', () => {
    const { plan, stdout } = appliedTwice({}, { page_token_key_version: 2 });

    expect(changedBy(plan)).toContain('google_secret_manager_secret_version.page_token_key');
    expect(stdout).toContain('"secret_data_wo_version":"1"');
    expect(stdout).toContain('"secret_data_wo":null');
    expect(stdout.match(/"secret_data(_wo)?":"[^"]*"/g)).toBeNull();
    expect(stdout).not.toMatch(/(?<![\w-])[0-9a-f]{64}(?![\w-])/);
  });
});
