import { describe, expect, test } from 'vitest';
import { appliedTwice } from './applied-twice.ts';
import { madeBefore } from './dependency-graph.ts';
import { mockedPlan } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';

/** What Google's provider is silent about until it hurts. */
describe.skipIf(withoutTerraform())('with Terraform: the deployment', () => {
  test('grants callers anew where a function is replaced: by a name that comes from the function', () => {
    const { plan } = appliedTwice({}, {});

    const callers = plan?.resource_changes.filter(
      ({ type }) => type === 'google_cloud_run_v2_service_iam_member',
    );
    const names = new Set(callers?.map(({ change }) => change.before?.name));
    expect(names).toEqual(new Set(['projects/p/locations/l/services/s']));
  });

  test('makes nothing before the services are on', () => {
    const early = [...madeBefore()]
      .filter(([, before]) => !before.has('google_project_service.this'))
      .map(([resource]) => resource);

    expect(early).toEqual(['google_project_service.this']);
  });

  test('makes no function before the indexes by which it asks', () => {
    const indexes = [
      'google_firestore_index.this',
      'google_firestore_field.indexed',
      'google_firestore_field.expiring',
    ];
    const made = mockedPlan().resource_changes;
    const count = made.filter(({ type }) => /^google_firestore_(index|field)$/.test(type)).length;
    const waiting = made
      .filter(({ type, name }) => type === 'terraform_data' && name === 'settled')
      .filter(({ change }) => {
        const texts = change.after.triggers_replace as string[];
        return (
          texts.filter((text) =>
            / on (connectors|keys|changes|turns|validations|announcements)$/.test(text),
          ).length === count
        );
      })
      .map(({ address }) => address.split('"')[1]);

    const before = madeBefore().get('module.function.google_cloudfunctions2_function.this');
    expect(indexes.filter((each) => !before?.has(each))).toEqual([]);
    expect(count).toBeGreaterThan(20);
    expect(waiting.length).toBe(8);
    expect(waiting).not.toContain('settings-page'); // has no records
  });

  test('says every number and every variable of a function, so that a change of it is seen', () => {
    const configs = mockedPlan()
      .resource_changes.filter(({ type }) => type === 'google_cloudfunctions2_function')
      .flatMap(({ change }) => change.after.service_config as Record<string, unknown>[]);

    expect(configs.length).toBe(9);
    for (const config of configs) {
      expect(config).toMatchObject({
        available_cpu: '1',
        available_memory: expect.stringMatching(/^\d+Mi$/) as string,
        max_instance_request_concurrency: expect.any(Number) as number,
        max_instance_count: expect.any(Number) as number,
        min_instance_count: 0,
        timeout_seconds: 60,
        environment_variables: expect.objectContaining({}) as object,
      });
    }
  });

  test('adds members to roles, and replaces nobody’s: no policy, no binding', () => {
    const types = new Set(mockedPlan().resource_changes.map(({ type }) => type));

    expect([...types].filter((type) => /_iam_(policy|binding)$/.test(type))).toEqual([]);
  });

  test('lets whoever deploys act as an account before that is given to a function or the schedule', () => {
    const before = madeBefore();
    const acting = 'google_service_account_iam_member.deployer';
    const settled = mockedPlan({ deployer: 'deploy@acme-connectors.iam.gserviceaccount.com' })
      .resource_changes.filter(({ type, name }) => type === 'terraform_data' && name === 'settled')
      .map(({ change }) => change.after.triggers_replace as string[]);

    expect(before.get('module.function.google_cloudfunctions2_function.this')).toContain(acting);
    expect(before.get('google_cloud_scheduler_job.check_connectors')).toContain(acting);
    expect(settled.length).toBe(9);
    // As the function's account, and as the one that builds it: no function is made before both.
    for (const grants of settled) {
      expect(grants.filter((role) => role === 'roles/iam.serviceAccountUser').length).toBe(2);
    }
  });
});
