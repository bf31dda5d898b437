import { describe, expect, test } from 'vitest';
import { asking, brief, column } from './asking.ts';

/** Every row of the list of checks by what it has to tell apart, each cause by its own word. */
const service = asking();
const { says } = service;

describe('C. The project', () => {
  test('C1 API off (link); VPC Service Controls (keep the violation id, give the ingress rule); project deleted or mistyped', async () => {
    const off = await says('api-disabled', 'C1');
    expect(brief(off)).toBe('C1 failed api-disabled');
    expect(off.remedy?.gcloud).toContain('gcloud services enable bigquery.googleapis.com');
    const perimeter = await says('vpc-perimeter', 'C1');
    expect(brief(perimeter)).toBe('C1 failed vpc-sc');
    expect(perimeter.evidence?.violationId).toMatch(/^SaNdBoX/);
    expect(perimeter.remedy?.text).toContain('ingress rule');
    expect(brief(await says('wrong-project', 'C1'))).toBe('C1 failed project-wrong');
  });

  test('C2 jobs.create missing is Job User on project P, not Data Viewer; billing off; job project is not data project; wrong location', async () => {
    const jobs = await says('no-job-permission', 'C2');
    expect(jobs).toMatchObject({
      cause: 'jobs.create',
      evidence: { role: 'roles/bigquery.jobUser' },
    });
    expect(jobs.remedy?.text).not.toContain('Data Viewer');
    expect(brief(await says('billing-off', 'C2'))).toBe('C2 failed billing');
    // Jobs are asked for where they are paid for, not where the data lies.
    const elsewhere = await says('good', 'C2', { jobProject: 'acme-warehouse' });
    expect(elsewhere.remedy?.text).toContain('project acme-warehouse');
    const inEurope = await says('good', 'C2', column('acme-warehouse.sales.customers.email'));
    expect(inEurope).toMatchObject({ outcome: 'passed', evidence: { location: 'EU' } });
    await service.fault({
      operation: 'jobs.insert.dryRun',
      status: 404,
      body: {
        error: {
          code: 404,
          message: 'Not found: Dataset acme-analytics:crm was not found in location EU',
          errors: [{ reason: 'notFound' }],
        },
      },
    });
    expect(brief(await says('good', 'C2'))).toBe('C2 failed location');
  });

  test('C3 warning only, with the exact role set that suffices for these purposes', async () => {
    const power = await says('project-owner', 'C3', {
      exportDataset: { dataset: 'exports' },
      purposes: ['import', 'export'],
    });
    expect(brief(power)).toBe('C3 warning too-much-power');
    for (const needed of [
      'roles/bigquery.jobUser) on project acme-analytics',
      'roles/bigquery.dataViewer) on dataset acme-analytics.crm',
      'roles/bigquery.dataEditor) on dataset acme-analytics.exports',
    ])
      expect(power.remedy?.text).toContain(needed);
    expect(brief(await says('good', 'C3'))).toBe('C3 passed');
  });
});
