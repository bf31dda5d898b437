import { describe, expect, test } from 'vitest';
import { mockedPlan } from './mocked-plan.ts';
import { functionsIn } from './rights/functions-in.ts';
import { grantsIn } from './rights/grants-in.ts';
import { withoutTerraform } from './terraform-here.ts';

/** What of the threats Terraform alone holds: docs/security.md. */
describe.skipIf(withoutTerraform())('with Terraform: the deployment', () => {
  const plan = withoutTerraform() ? { resource_changes: [], output_changes: {} } : mockedPlan();
  const grants = grantsIn(plan);
  const accounts = new Map(
    functionsIn(plan).map(({ name, account }) => [name, `serviceAccount:${account}`]),
  );

  test('THREATS 57: every access to a secret is logged by Google, whoever it was', () => {
    const [audit, ...others] = plan.resource_changes.filter(
      ({ type }) => type === 'google_project_iam_audit_config',
    );
    expect(others).toEqual([]);
    expect(audit?.change.after.service).toBe('secretmanager.googleapis.com');
    const configs = audit?.change.after.audit_log_config as Logged[];
    expect(configs.map(({ log_type }) => log_type).toSorted()).toEqual([
      'ADMIN_READ',
      'DATA_READ',
      'DATA_WRITE',
    ]);
    expect(configs.flatMap(({ exempted_members }) => exempted_members ?? [])).toEqual([]);
  });

  test('THREATS 58: nobody but functions may read a key, and any other reader is told', () => {
    const reading = grants.filter(({ permissions }) =>
      permissions.includes('secretmanager.versions.access'),
    );
    expect(reading.length).toBeGreaterThan(2);
    const known = [...accounts.values()];
    for (const { member, on } of reading) {
      expect(known, on).toContain(member);
      expect(on).toMatch(/^secrets? /); // by name or by prefix, never all of the project's
    }
    const alerts = plan.resource_changes.filter(
      ({ type, index }) => type === 'google_monitoring_alert_policy' && index === 'key-access',
    );
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.change.after.severity).toBe('CRITICAL');
  });

  test('THREATS 60: who makes tasks acts as the queue’s account alone, in one queue', () => {
    const acting = grants.filter(({ permissions }) =>
      permissions.some((each) => /^iam\.serviceAccounts\.(?:actAs|getAccessToken|sign)/.test(each)),
    );
    expect(acting.map(({ member }) => member)).toEqual([accounts.get('check-connectors')]);
    expect(acting.map(({ on }) => on)).toEqual([expect.stringMatching(/^account bqc-queue@/)]);
    const adding = grants.filter(({ permissions }) =>
      permissions.includes('cloudtasks.tasks.create'),
    );
    expect(new Set(adding.map(({ on }) => on))).toEqual(new Set(['queue connector-checks']));
  });
});

interface Logged {
  log_type: string;
  exempted_members?: string[];
}
