import { describe, expect, test } from 'vitest';
import {
  allCommands,
  emailIn,
  grantsFor,
  instructions,
} from '../../functions/settings-page/page/guide/instructions.ts';
import { removal } from '../../functions/settings-page/page/guide/removal.ts';
import { terraform } from '../../functions/settings-page/page/guide/terraform.ts';
import {
  readWanted,
  searchOf,
  type Wanted,
} from '../../functions/settings-page/page/guide/wanted.ts';
import { grant } from '../../shared/validation/remedies/grant.ts';
import { neededGrants } from '../../shared/validation/remedies/needed-grants.ts';
import { wordsOf } from '../support/words-of.ts';

const both: Wanted = {
  project: 'acme-analytics',
  purposes: ['import', 'export'],
  dataset: 'crm',
  exportDataset: 'exports',
};
const email = 'marketing-connector@acme-analytics.iam.gserviceaccount.com';
const commands = (wanted: Wanted) => allCommands(wanted, (id) => id);

describe('the guide', () => {
  test('grants what passes the checks, and nothing more', () => {
    const expected = neededGrants({
      purposes: ['import', 'export'],
      jobProject: 'acme-analytics',
      field: { project: 'acme-analytics', dataset: 'crm' },
      exportDataset: { project: 'acme-analytics', dataset: 'exports' },
    });

    expect(grantsFor(both)).toEqual(expected);
    const granted = instructions(both).flatMap(({ command = '' }) =>
      /(add-iam-policy-binding|GRANT )/.test(command) ? [command] : [],
    );
    expect(granted).toEqual(
      expected.map(({ role, on }) => {
        const { gcloud, bq } = grant(role, email, on);
        return gcloud ?? bq;
      }),
    );
    expect(JSON.stringify([commands(both), terraform(both)])).not.toMatch(/admin|owner|editor"/i);
  });

  test.each([
    ['import', ['roles/bigquery.jobUser', 'roles/bigquery.dataViewer']],
    ['export', ['roles/bigquery.jobUser', 'roles/bigquery.dataEditor']],
  ] as const)('for an %s alone asks for its own', (purpose, roles) => {
    const wanted: Wanted = { ...both, purposes: [purpose] };

    expect(grantsFor(wanted).map(({ role }) => role)).toEqual(roles);
    const found = terraform(wanted).match(/roles\/[\w.]+/g);
    expect(found).toEqual(roles);
  });

  test('is a script that a shell reads as it is meant', () => {
    expect(wordsOf(commands(both)).map((words) => words.join(' '))).toEqual([
      'gcloud config set project acme-analytics',
      'gcloud services enable bigquery.googleapis.com --project=acme-analytics',
      'gcloud iam service-accounts create marketing-connector --project=acme-analytics',
      `gcloud projects add-iam-policy-binding acme-analytics --member=serviceAccount:${email} --role=roles/bigquery.jobUser`,
      `bq query --use_legacy_sql=false GRANT \`roles/bigquery.dataViewer\` ON SCHEMA \`acme-analytics\`.\`crm\` TO "serviceAccount:${email}"`,
      `bq query --use_legacy_sql=false GRANT \`roles/bigquery.dataEditor\` ON SCHEMA \`acme-analytics\`.\`exports\` TO "serviceAccount:${email}"`,
      `gcloud iam service-accounts keys create marketing-connector.json --iam-account=${email} --project=acme-analytics`,
    ]);
  });

  test('takes back what it granted, and nothing else', () => {
    const { removeAll } = removal(both);

    expect(wordsOf(removeAll).map((words) => words.join(' '))).toEqual([
      `gcloud projects remove-iam-policy-binding acme-analytics --member=serviceAccount:${email} --role=roles/bigquery.jobUser`,
      `bq query --use_legacy_sql=false REVOKE \`roles/bigquery.dataViewer\` ON SCHEMA \`acme-analytics\`.\`crm\` FROM "serviceAccount:${email}"`,
      `bq query --use_legacy_sql=false REVOKE \`roles/bigquery.dataEditor\` ON SCHEMA \`acme-analytics\`.\`exports\` FROM "serviceAccount:${email}"`,
      `gcloud iam service-accounts delete ${email} --project=acme-analytics`,
    ]);
  });

  test('opens pages of Google’s console alone', () => {
    const pages = instructions({ ...both, project: 'x&y=javascript:1' }).concat(instructions(both));

    const origins = pages.flatMap(({ consoleUrl: page }) => (page ? [new URL(page).origin] : []));
    expect(new Set(origins)).toEqual(new Set(['https://console.cloud.google.com']));
  });

  test('calls the account of a project of a domain by its address', () => {
    expect(emailIn('example.com:shop-1')).toBe(
      'marketing-connector@shop-1.example.com.iam.gserviceaccount.com',
    );
  });

  test('lies in a link as it is', () => {
    expect(readWanted(searchOf(both))).toEqual(both);
    expect(readWanted('')).toEqual({
      project: '',
      purposes: ['import'],
      dataset: '',
      exportDataset: '',
    });
    expect(readWanted('?for=everything&for=export&for=export').purposes).toEqual(['export']);
  });
});
