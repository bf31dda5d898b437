import { holder, jobUser, on, viewer } from './holder.ts';
import type { SampleKey } from './sample-key.ts';

/** Files as downloaded, of keys, accounts and projects in which something else is amiss. */
export const ofConditions: SampleKey[] = [
  {
    file: 'deleted-account.json',
    story: 'Its service account was deleted.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'B1',
    holder: holder('left-the-company', { state: 'deleted' }),
  },
  {
    file: 'deleted-key.json',
    story: 'Its account lives; this key of it was deleted.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'B1',
    holder: holder('rotated', { certificate: 'withdrawn' }),
  },
  {
    file: 'expired-key.json',
    story: 'The key had a date of expiry, and that has passed.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'B1',
    holder: holder('expired', { certificate: 'expired' }),
  },
  {
    file: 'expires-soon.json',
    story: 'Works for twelve days more.',
    at: 'validate-connection',
    outcome: 'warning',
    check: 'B1',
    holder: holder('expires-soon', { certificate: 'twelve-days' }),
  },
  {
    file: 'disabled-account.json',
    story: 'Its service account was switched off.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'B2',
    holder: holder('switched-off', { state: 'disabled' }),
  },
  {
    file: 'mismatched-key-id.json',
    story: 'Put together from two files: the private key of one, the key id of the other.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'B1',
    holder: holder('mismatched', { certificate: 'of-another-key' }),
  },
  {
    file: 'wrong-project.json',
    story: 'Its project_id was mistyped; no such project exists.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'C1',
    holder: holder('wrong-project', { projectId: 'acme-anaiytics' }),
  },
  {
    file: 'api-disabled.json',
    story: 'Belongs to a project in which the BigQuery API is switched off.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'C1',
    holder: {
      email: 'reader@acme-api-off.iam.gserviceaccount.com',
      projectId: 'acme-api-off',
      roles: [[jobUser, on('acme-api-off')]],
    },
  },
  {
    file: 'vpc-perimeter.json',
    story: 'Belongs to a project behind a perimeter of VPC Service Controls.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'C1',
    holder: {
      email: 'reader@acme-vault.iam.gserviceaccount.com',
      projectId: 'acme-vault',
      roles: [[jobUser, on('acme-vault')]],
    },
  },
  {
    file: 'billing-off.json',
    story: 'Belongs to a project whose billing account was closed: no query runs.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'C2',
    holder: {
      email: 'reader@acme-unpaid.iam.gserviceaccount.com',
      projectId: 'acme-unpaid',
      roles: [
        [jobUser, on('acme-unpaid')],
        [viewer, on('acme-unpaid', 'crm')],
      ],
    },
  },
  {
    file: 'quota-exhausted.json',
    story: 'Its company set a quota a day, and today’s is used up: ask again tomorrow.',
    at: 'validate-connection',
    outcome: 'inconclusive',
    check: 'C2',
    holder: holder('thirsty', { quotaUsedUp: true }),
  },
];
