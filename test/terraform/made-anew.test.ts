import { describe, expect, test } from 'vitest';
import { appliedTwice } from './applied-twice.ts';
import { mockedPlan, type Plan } from './mocked-plan.ts';
import { withoutTerraform } from './terraform-here.ts';

/**
 * What Google cannot change is made anew: the old one goes first, unless that is turned around; and whatever that one is
 * made of is turned around with it. Two of one name there are never.
 */
describe.skipIf(withoutTerraform())('with Terraform: what is made anew', () => {
  const secret = 'google_secret_manager_secret.page_token_key';

  test.each([
    ['other regions', { secret_regions: ['europe-west1', 'europe-west3'] }],
    ['a key of one’s own', { kms_keys: { 'europe-west1': kmsKey } }],
  ])('before the old goes bears another name: of the secret with %s', (_, second) => {
    const { plan } = appliedTwice({}, second, { replace: [secret] });

    const { actions, before, after } = changeOf(plan, secret);
    expect(actions).toEqual(['create', 'delete']);
    expect(after.secret_id).not.toBe(before?.secret_id);
  });

  test('keeps its name where nothing changes, so that no plan finds another', () => {
    const { plan } = appliedTwice({}, { labels: { team: 'data' }, page_token_key_version: 2 });

    const { before, after } = changeOf(plan, secret);
    expect(after.secret_id).toBe(before?.secret_id);
  });

  test('is made before the old goes where something names it all the time, and nowhere else', () => {
    const fixed = mockedPlan({ deployer }).resource_changes.filter(
      ({ type }) => type !== 'google_firestore_database',
    );
    const { plan } = appliedTwice({ deployer }, {}, { replace: fixed.map((each) => each.address) });

    const first = new Set(
      plan?.resource_changes
        .filter(({ change }) => change.actions.join() === 'create,delete')
        .map(({ address }) => address.replace(/\[.*$/, '')),
    );
    expect(first).toEqual(
      new Set([
        // By their content or their place: each new one has another name.
        'google_storage_bucket_object.archive',
        secret,
        'google_secret_manager_secret_version.page_token_key',
        // What is served needs its rights until the new code is up.
        'google_cloud_tasks_queue_iam_member.function',
        'google_project_iam_member.function',
        'google_pubsub_topic_iam_member.function',
        'google_secret_manager_secret_iam_member.function',
        'google_service_account_iam_member.function',
        // With those, and never replaced but by another project, region or prefix; a region's change is refused.
        'google_project_service.this',
        'google_project_iam_custom_role.this',
        'google_service_account.function',
        'google_service_account.machine',
        'google_cloud_tasks_queue.checks',
        'google_pubsub_topic.health',
        'google_storage_bucket.source',
      ]),
    );
  });
});

const kmsKey = 'projects/acme-keys/locations/europe-west1/keyRings/connectors/cryptoKeys/all';
const deployer = 'deploy@acme-connectors.iam.gserviceaccount.com';

function changeOf(plan: Plan | undefined, address: string) {
  const found = plan?.resource_changes.find((each) => each.address === address);
  if (!found) throw new Error(`${address} is not planned.`);
  return found.change;
}
