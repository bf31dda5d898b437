import { describe, expect, test } from 'vitest';
import { functionsIn } from './rights/functions-in.ts';
import { mockedPlan } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';

const machines = ['check-connector', 'check-connectors'];

/** https://cloud.google.com/run/docs/securing/ingress: schedule and queue are internal only at the default run.app address. */
describe.skipIf(withoutTerraform()).each([
  ['all', 'https://europe-west1-acme-connectors.cloudfunctions.net/check-connectors'],
  ['internal', 'https://check-connectors-123456789012.europe-west1.run.app'],
])('with Terraform: machine_ingress = "%s"', (ingress, url) => {
  const plan = withoutTerraform()
    ? { resource_changes: [], output_changes: {} }
    : mockedPlan(ingress === 'all' ? {} : { machine_ingress: ingress });

  test('shuts the network to others for the functions of machines, if so, and for no other', () => {
    const shut = plan.resource_changes
      .filter(({ type }) => type === 'google_cloudfunctions2_function')
      .filter(({ change }) => ingressOf(change.after) !== 'ALLOW_ALL')
      .map(({ change }) => [change.after.name, ingressOf(change.after)]);

    expect(shut).toEqual(
      ingress === 'all' ? [] : machines.map((name) => [name, 'ALLOW_INTERNAL_ONLY']),
    );
  });

  test('has schedule and queue call where they get through, with tokens for that address', () => {
    const schedule = plan.resource_changes.find(
      ({ type }) => type === 'google_cloud_scheduler_job',
    );
    const told = functionsIn(plan).find(({ name }) => name === 'check-connectors')?.environment;

    expect(schedule?.change.after.http_target).toMatchObject([
      { uri: url, oidc_token: [{ audience: url }] },
    ]);
    expect(told).toMatchObject({
      CHECK_CONNECTORS_URL: url,
      CHECK_CONNECTOR_URL: url.replace('check-connectors', 'check-connector'),
    });
  });
});

function ingressOf(planned: Record<string, unknown>): unknown {
  return (planned.service_config as { ingress_settings: unknown }[])[0]?.ingress_settings;
}
