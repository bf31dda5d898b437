import { describe, expect, test } from 'vitest';
import { handbook } from '../deployment/handbook.ts';
import { appliedTwice, changedBy } from './applied-twice.ts';
import { mockedPlan } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';

/** What an apply does that leads the service to a database which was restored beside the old one. */
describe.skipIf(withoutTerraform())('with Terraform: another database', () => {
  const ofRecords = /^google_project_iam_member\.function\[".*\/records-.*"\]$/;
  const plan = withoutTerraform() ? undefined : mockedPlan();
  const granted = plan?.resource_changes.map(({ address }) => address) ?? [];
  const grants = granted.filter((address) => ofRecords.test(address));

  test('replaces as many grants as the handbook says', () => {
    const told = /the (\d+) grants `records-…`/.exec(handbook.replaceAll('\n', ' '))?.[1];

    expect(grants.length).toBeGreaterThan(20);
    expect(Number(told)).toBe(grants.length);
  });

  test('changes these, what lies in it, and who is told of it; and waits until each has its rights', () => {
    const { plan: second } = appliedTwice(
      { checks_paused: true },
      { database_name: 'connectors-restored' },
    );

    const changed = changedBy(second).filter(
      (address) => !/^google_firestore_|^terraform_data\.removal/.test(address),
    );
    const names = granted.flatMap(
      (each) => /^module\.function\["(.+)"\]\.google_c/.exec(each)?.[1] ?? [],
    );
    const withRecords = [...new Set(names)].filter((name) => name !== 'settings-page');
    expect(changed).toEqual(
      [
        ...grants,
        ...withRecords.flatMap((name) => [
          `module.function["${name}"].google_cloudfunctions2_function.this`,
          `module.function["${name}"].terraform_data.settled`,
        ]),
      ].toSorted(),
    );
  });
});
