import { describe, expect, test } from 'vitest';
import { costInWords, priceInWords } from '../../functions/settings-page/page/parts/report/cost.ts';
import { inTitles } from '../../functions/settings-page/page/parts/report/in-titles.ts';
import { letter } from '../../functions/settings-page/page/parts/report/letter.ts';
import { strings } from '../../functions/settings-page/page/strings.ts';
import { ladder } from '../../shared/validation/ladder.ts';
import type { Check } from '../../functions/settings-page/page/api/client.ts';

const account = 'reader@acme-analytics.iam.gserviceaccount.com';

test('the page has the title of every check before the service sends it', () => {
  const titles = Object.fromEntries(ladder.map(({ id, title }) => [id, title]));

  expect(strings.report.checks).toEqual(titles);
});

test('a check that another one names is named by its title', () => {
  expect(inTitles('Not run, since it needs D1 (dataset), which failed.')).toBe(
    'Not run, since it needs “The dataset is there”, which failed.',
  );
  expect(inTitles('Raise maximumBytesBilled to have them counted.')).toBe(
    'Raise the cost limit to have them counted.',
  );
});

test('a cost is told in words that people can judge', () => {
  expect(costInWords(0, 0)).toBe('The check cost nothing.');
  expect(costInWords(10 * 1024 ** 2, 0.00006)).toBe(
    'Google bills 10 MiB for the check: less than a hundredth of a US cent.',
  );
  expect(priceInWords(0.005)).toBe('less than one US cent');
  expect(priceInWords(0.0625)).toBe('about $0.06');
});

describe('the message to an administrator', () => {
  const check = (more: Partial<Check>): Check => ({
    id: 'C2',
    name: 'may-run-jobs',
    title: 'The account may run queries',
    outcome: 'failed',
    detail: `The account ${account} may not run queries in project acme-analytics.`,
    durationMs: 1,
    ...more,
  });
  const remedy = {
    text: `1. Ask whoever administers project acme-analytics to grant BigQuery Job User (roles/bigquery.jobUser) to ${account}.\n2. Wait a minute.`,
    gcloud: 'gcloud projects add-iam-policy-binding acme-analytics',
    terraform: 'resource "google_project_iam_member" "connector" {}',
  };

  test('stands by itself: the account, what is missing, what to run, why', () => {
    const text = letter({ checks: [check({})], remedy }, account) ?? '';

    expect(text).toContain(`a key of the service account ${account}`);
    expect(text).toContain('- The account may run queries: The account');
    expect(text).toContain('1. Whoever administers project acme-analytics, please grant BigQuery');
    expect(text).toContain(remedy.gcloud);
    expect(text).toContain(remedy.terraform);
    expect(text).toMatch(/Why: .*the least that suffices/);
    expect(text).not.toMatch(/\bask whoever/i);
  });

  test('asks for nothing that is the reader’s to choose, or that is fine', () => {
    const column = check({ id: 'D3', name: 'key-column', remedy: { text: 'Choose another.' } });

    expect(letter({ checks: [column] }, account)).toBeUndefined();
    expect(letter({ checks: [check({ outcome: 'passed' })] }, account)).toBeUndefined();
  });

  test('tells of warnings only where nothing failed', () => {
    const power = check({ id: 'C3', name: 'too-much-power', outcome: 'warning', remedy });

    expect(letter({ checks: [power] }, account)).toContain('It works; this deserves a look:');
    const both = letter({ checks: [check({ title: 'This failed' }), power], remedy }, account);
    expect(both).toContain('This failed');
    expect(both).not.toContain('deserves a look');
  });
});
