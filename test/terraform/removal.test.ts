import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { appliedTwice } from './applied-twice.ts';
import { madeBefore } from './dependency-graph.ts';
import { mockedPlan, planIn } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';
import { terraform, workingCopy } from './working-copy.ts';

describe.skipIf(withoutTerraform())('with Terraform: removing', () => {
  test('is refused before anything is touched, and told how to export first', () => {
    const { said } = appliedTwice({ allow_removal: false }, {});

    expect(said).toContain('Nothing was removed.');
    expect(said).toContain(
      'gcloud firestore export gs://A_BUCKET_OF_YOURS --project=acme-connectors --database=connectors',
    );
    // Of all that was planned everything is still there.
    const left = leftBehind(said);
    const planned = mockedPlan().resource_changes.map(({ address }) => address);
    expect(left.toSorted()).toEqual(planned.toSorted());
  });

  test('goes through once it was allowed', () => {
    const { status, said } = appliedTwice({}, {});

    expect(status).toBe(0);
    expect(said).not.toContain('Nothing was removed.');
  });

  test('begins with the lock: all else is made before it', () => {
    const graph = madeBefore();

    const others = [...graph.keys()].filter((resource) => resource !== 'terraform_data.removal');
    expect(others.length).toBeGreaterThan(30);
    expect([...(graph.get('terraform_data.removal') ?? [])].toSorted()).toEqual(others.toSorted());
  });

  test('of a function from the map removes it alone', () => {
    const name = 'browse-tables';
    const before = new Map(planned(mockedPlan().resource_changes));
    const after = new Map(planned(planIn(workingCopy(without(name))).resource_changes));

    const gone = [...before.keys()].filter((address) => !after.has(address));
    const changed = [...after].filter(([address, value]) => before.get(address) !== value);
    expect(gone.length).toBeGreaterThan(5);
    expect(gone.filter((address) => !address.includes(`["${name}`))).toEqual([]);
    // Whose filters name the functions, or who may read which secret.
    expect(new Set(changed.map(([address]) => address.replace(/[[.].*$/, '')))).toEqual(
      new Set([
        'google_logging_metric',
        'google_monitoring_alert_policy',
        'google_monitoring_dashboard',
      ]),
    );
  });
});

describe.skipIf(withoutTerraform())('with Terraform: destroying the database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'terraform-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('is refused when it is planned, by a line that says how to export', () => {
    const line = /^resource "google_firestore_database" .*$/m.exec(
      readFileSync('terraform/firestore.tf', 'utf8'),
    )?.[0];
    const lock = `${String(line)}\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n`;
    writeFileSync(
      join(folder, 'main.tf'),
      lock.replace('google_firestore_database', 'terraform_data'),
    );
    terraform(folder, 'init', '-no-color');
    terraform(folder, 'apply', '-auto-approve', '-no-color');

    const { status, said } = terraform(folder, 'destroy', '-auto-approve', '-no-color');

    expect(status).toBe(1);
    expect(said).toContain('Instance cannot be destroyed');
    expect(said).toContain('gcloud firestore export gs://A_BUCKET_OF_YOURS --database=connectors');
    expect(readFileSync('terraform/firestore.tf', 'utf8')).toContain(
      '    prevent_destroy = true\n',
    );
  });
});

function leftBehind(said: string): string[] {
  const listed = said
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map(
      (line) => JSON.parse(line) as { test_cleanup?: { failed_resources: { instance: string }[] } },
    );
  return listed
    .flatMap(({ test_cleanup: left }) => left?.failed_resources ?? [])
    .map(({ instance }) => instance);
}

const planned = (resources: { address: string; change: { after: unknown } }[]) =>
  resources.map(({ address, change }) => [address, JSON.stringify(change.after)] as const);

/** A copy in which a function is no more in the map; its folder does not matter. */
const without = (name: string) => (folder: string) => {
  const path = join(folder, 'functions.tf');
  const map = readFileSync(path, 'utf8');
  writeFileSync(path, map.replace(new RegExp(`^    ${name} = \\{[^}]*\\}\\n`, 'm'), ''));
};
