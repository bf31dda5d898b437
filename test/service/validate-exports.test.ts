import { describe, expect, test } from 'vitest';
import { subscribersEmail } from '../support/subscribers-email.ts';
import { type Report, report } from '../../shared/schemas/report.ts';
import { asking } from './tell-apart/asking.ts';

const service = asking();

const exportDataset = { dataset: 'exports' };
const email = (name: string) => `${name}@acme-analytics.iam.gserviceaccount.com`;

async function validate(key: string, body: object): Promise<Report> {
  const file = service.keyFile(`${key}.json`);
  const { keyId } = (await service.ask('/upload-key/', { file })).json;
  const { json } = await service.ask('/validate-connection/', { body: { keyId, ...body } });
  return report.parse(json);
}

describe('a connection for export', () => {
  test('can be saved once its dataset was tried', async () => {
    const { validationId, ...report } = await validate('good', {
      purposes: ['export'],
      exportDataset,
    });
    expect(report).toMatchObject({ outcome: 'passed', readyToSave: true, estimatedPriceUsd: 0 });
    const saved = await service.ask('/save-connector/', {
      body: { name: 'Exports', validationId },
    });
    expect(saved.status).toBe(201);
    expect(saved.json.connection).toMatchObject({
      purposes: ['export'],
      exportDataset: { project: 'acme-analytics', dataset: 'exports' },
      location: 'US',
    });
  });

  test('without a dataset is not complete, and saving it says what is missing', async () => {
    const { validationId, readyToSave } = await validate('good', { purposes: ['export'] });
    expect(readyToSave).toBe(false);
    const { status, json } = await service.ask('/save-connector/', {
      body: { name: 'None', validationId },
    });
    expect({ status, detail: json.detail }).toEqual({
      status: 422,
      detail: 'Validate again with what is missing: the dataset to export into.',
    });
  });

  test('for both purposes is tried for both, and costs what the import costs', async () => {
    const both = {
      purposes: ['import', 'export'],
      uniqueContactField: subscribersEmail,
      exportDataset,
    };
    expect(await validate('good', both)).toMatchObject({
      readyToSave: true,
      estimatedPriceUsd: 0.00006,
    });
  });
});

describe('the whole remedy', () => {
  const both = {
    purposes: ['import', 'export'],
    uniqueContactField: subscribersEmail,
    exportDataset,
  };

  test('is absent where nothing has to be done', async () => {
    expect(await validate('good', both)).not.toHaveProperty('remedy');
  });

  test('has the least grants that make everything pass, those that no check could ask for yet among them', async () => {
    const { remedy } = await validate('no-rights', both);
    expect(remedy?.text.split('\n')).toEqual([
      `1. Ask whoever administers project acme-analytics to grant BigQuery Job User (roles/bigquery.jobUser) to ${email('no-rights')}.`,
      `2. Ask whoever administers dataset acme-analytics.crm to grant BigQuery Data Viewer (roles/bigquery.dataViewer) to ${email('no-rights')}.`,
      `3. Ask whoever administers dataset acme-analytics.exports to grant BigQuery Data Editor (roles/bigquery.dataEditor) to ${email('no-rights')}.`,
    ]);
    expect(remedy?.gcloud).toMatch(/^gcloud projects add-iam-policy-binding acme-analytics /);
    expect(remedy?.bq?.split('\n')).toHaveLength(2);
    expect(remedy?.terraform?.match(/^resource /gm)).toHaveLength(3);
  });

  test('foresees that rows could not be read either, where no query may run yet', async () => {
    const { remedy } = await validate('metadata-without-jobs', {
      purposes: ['import'],
      uniqueContactField: subscribersEmail,
    });
    expect(remedy?.text).toMatch(
      /^1\. .*jobUser[^]*\n2\. .*table acme-analytics\.crm\.subscribers .*dataViewer/,
    );
  });

  test('does not ask for what is there', async () => {
    const { remedy } = await validate('no-job-permission', {
      purposes: ['import'],
      uniqueContactField: subscribersEmail,
    });
    expect(remedy?.text).toBe(
      `Ask whoever administers project acme-analytics to grant BigQuery Job User (roles/bigquery.jobUser) to ${email('no-jobs')}.`,
    );
  });
});
