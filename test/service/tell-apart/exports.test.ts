import { describe, expect, test } from 'vitest';
import { asking, brief, denied, exportTo } from './asking.ts';

/** Every row of the list of checks by what it has to tell apart, each cause by its own word. */
const service = asking();
const { says } = service;

describe('E. Export: the dataset to write into', () => {
  test('E1 missing: never created here; gives the line and the Terraform block that create it with Data Editor for this account', async () => {
    const missing = await says('project-owner', 'E1', exportTo('acme-analytics.nowhere'));
    expect(brief(missing)).toBe('E1 failed not-found');
    expect(missing.remedy?.bq).toMatch(/^bq mk --dataset .*nowhere\nbq query .*dataEditor/);
    expect(missing.remedy?.terraform).toMatch(/google_bigquery_dataset"[^]*dataset_iam_member/);
    expect(brief(await says('no-dataset-access', 'E1', exportTo('acme-analytics.exports')))).toBe(
      'E1 failed datasets.get',
    );
    expect(brief(await says('export-blind', 'E1', exportTo('acme-analytics.exports')))).toBe(
      'E1 passed',
    );
  });

  test('E2 dataset’s default expiration, billing errors: link to billing', async () => {
    const sandbox = await says('good', 'E2', exportTo('acme-playground.trial'));
    expect(brief(sandbox)).toBe('E2 warning billing');
    await service.fault({
      operation: 'load',
      ...denied('Billing has not been enabled for this project.', 'billingNotEnabled'),
    });
    expect(brief(await says('good', 'E2', exportTo('acme-analytics.exports')))).toBe(
      'E2 failed billing',
    );
    expect((await says('good', 'E4', exportTo('acme-analytics.exports'))).detail).toContain('E2');
  });

  test('E3 none of the nine table names is taken by something of another shape: choose another dataset', async () => {
    const taken = await says('good', 'E3', exportTo('acme-warehouse.reports'));
    expect(brief(taken)).toBe('E3 failed names-taken');
    expect(taken.evidence?.taken).toEqual(['broadcasts', 'contacts', 'events']);
    expect(taken.remedy?.text).toContain('another dataset');
    expect(brief(await says('good', 'E3', exportTo('acme-analytics.exports')))).toBe('E3 passed');
  });

  test('E4 the one missing permission; no right to delete is a warning (it expires by itself)', async () => {
    const reader = await says('export-reader', 'E4', exportTo('acme-analytics.exports'));
    expect(reader.evidence).toMatchObject({
      missingPermission: 'bigquery.tables.create',
      role: 'roles/bigquery.dataEditor',
    });
    expect(reader.remedy?.bq).toContain('ON SCHEMA `acme-analytics`.`exports`');
    const left = await says('export-without-delete', 'E4', exportTo('acme-analytics.exports'));
    expect(brief(left)).toBe('E4 warning probe-left');
    expect(left.detail).toMatch(/BigQuery deletes it at \d\d:\d\d UTC/);
  });
});
