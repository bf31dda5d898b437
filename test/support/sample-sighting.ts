import type { Sighting } from '../../shared/schemas/sighting.ts';
import { validatedAt } from './sample-records.ts';

/** What the validation of the sample connection saw. */
export function sampleSighting(overrides: Partial<Sighting> = {}): Sighting {
  return {
    at: validatedAt,
    key: { listed: true, expiresAt: '9999-12-31T23:59:59.000Z' },
    dataset: { location: 'EU', createdAt: '2025-01-05T08:00:00.000Z', tablesLiveMs: 0 },
    table: {
      kind: 'TABLE',
      createdAt: '2026-03-02T03:00:00.000Z',
      filterRequired: false,
      shape: 'shape-of-the-table',
    },
    column: { name: 'email', type: 'STRING', mode: 'NULLABLE', policyTags: 0 },
    columns: [
      { name: 'id', type: 'INTEGER', mode: 'REQUIRED' },
      { name: 'email', type: 'STRING', mode: 'NULLABLE' },
    ],
    quality: { rows: 10_000, empty: 200, malformed: 10, duplicates: 100 },
    exportDataset: {
      location: 'EU',
      createdAt: '2025-01-06T08:00:00.000Z',
      tablesLiveMs: 0,
      shape: 'shape-of-the-dataset',
    },
    rights: {
      held: [
        'bigquery.jobs.create on project acme-analytics',
        'bigquery.tables.getData on table acme-analytics.crm.subscribers',
      ],
      lacking: [],
    },
    powers: [{ project: 'acme-analytics', permissions: ['storage.objects.get'] }],
    ...overrides,
  };
}
