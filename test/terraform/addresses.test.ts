import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { handbook } from '../deployment/handbook.ts';
import { mockedPlan } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';

test.skipIf(withoutTerraform())(
  'with Terraform: a subnetwork is advised by how many instances there may be',
  () => {
    const map = mockedPlan().output_changes.functions?.after as Record<
      string,
      { instances: number }
    >;
    const most = Object.values(map).reduce((sum, { instances }) => sum + instances, 0);
    const variable = readFileSync('terraform/variables-running.tf', 'utf8');

    const numbers = [
      /functions\.tf together, (\d+),/.exec(variable),
      /(\d+) instances, want a \/23/.exec(handbook),
    ];
    expect(numbers.map((each) => Number(each?.[1]))).toEqual([most, most]);
    // Google keeps four addresses of each to itself.
    expect(4 * most).toBeGreaterThan(2 ** (32 - 24) - 4);
    expect(4 * most).toBeLessThan(2 ** (32 - 23) - 4);
  },
);

describe.skipIf(withoutTerraform())('with Terraform: a network', () => {
  test('is every function’s, also the page’s, which calls nobody', () => {
    const vpc_egress = { network: 'n', subnetwork: 's' };

    const networks = mockedPlan({ vpc_egress })
      .resource_changes.filter(({ type }) => type === 'google_cloudfunctions2_function')
      .flatMap(({ change }) => change.after.service_config as Record<string, unknown>[])
      .map((config) => config.direct_vpc_network_interface);
    expect(networks.length).toBe(9);
    expect(networks).toEqual(networks.map(() => [expect.objectContaining(vpc_egress) as object]));
  });
});
