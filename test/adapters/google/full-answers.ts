import type { Warehouse } from '../../../shared/ports/warehouse.ts';

const etc = { etag: 'e', selfLink: 'https://bigquery.googleapis.com/…', kind: 'bigquery#thing' };
const name = { project: 'p', dataset: 'd', table: 't' };
const job = { jobId: 'j', location: 'EU' };
const jobReference = { projectId: 'p', ...job };
const rows = [{ f: [{ v: '1' }] }];
const query = { sql: 'SELECT 1', check: 'd5', maximumBytesBilled: 1 };
const page = { limit: 5 };

/** Answers with more in them than is read, as Google gives them, and the question to each. */
export const fullAnswers = {
  'datasets.list': {
    body: {
      ...etc,
      datasets: [
        { id: 'p:d', location: 'EU', datasetReference: { datasetId: 'd', projectId: 'p' } },
      ],
      nextPageToken: 'next',
    },
    ask: async (warehouse) => warehouse.datasets('p', page),
  },
  'datasets.get': {
    body: {
      ...etc,
      location: 'EU',
      defaultTableExpirationMs: '1000',
      isCaseInsensitive: true,
      creationTime: '1000',
      access: [{ role: 'READER', userByEmail: 'x@example.com' }],
    },
    ask: async (warehouse) => warehouse.dataset(name),
  },
  'tables.list': {
    body: {
      ...etc,
      tables: [{ ...etc, tableReference: { tableId: 't' }, type: 'VIEW', creationTime: '1000' }],
      nextPageToken: 'next',
    },
    ask: async (warehouse) => warehouse.tables(name, page),
  },
  'tables.get': {
    body: {
      ...etc,
      type: 'EXTERNAL',
      description: 'd'.repeat(99),
      schema: {
        fields: [
          {
            name: 'email',
            type: 'STRING',
            mode: 'REQUIRED',
            policyTags: { names: ['tag'] },
          },
        ],
      },
      numRows: '1',
      numBytes: '2',
      creationTime: '3',
      expirationTime: '4',
      location: 'EU',
      externalDataConfiguration: {
        sourceFormat: 'PARQUET',
        sourceUris: ['gs://…'],
        hivePartitioningOptions: { mode: 'AUTO', fields: ['day'], requirePartitionFilter: true },
      },
    },
    ask: async (warehouse) => warehouse.table(name),
  },
  'tables.get, by time': {
    body: {
      ...etc,
      type: 'TABLE',
      requirePartitionFilter: true,
      timePartitioning: {
        type: 'HOUR',
        field: 'at',
        requirePartitionFilter: true,
        expirationMs: '5',
      },
    },
    ask: async (warehouse) => warehouse.table(name),
  },
  'tables.get, by range': {
    body: { ...etc, type: 'TABLE', rangePartitioning: { field: 'n', range: { start: '0' } } },
    ask: async (warehouse) => warehouse.table(name),
  },
  'tables.insert': {
    body: { ...etc, schema: { fields: [] } },
    ask: async (warehouse) =>
      warehouse.createTable({ table: name, description: '', columns: [], expiresAt: new Date(0) }),
  },
  'tables.patch': {
    body: { ...etc, schema: { fields: [] } },
    ask: async (warehouse) => warehouse.expireTable({ table: name, expiresAt: new Date(0) }),
  },
  'tabledata.list': {
    body: { ...etc, totalRows: '1', rows },
    ask: async (warehouse) => warehouse.readRows(name, 1),
  },
  'jobs.insert.dryRun': {
    body: {
      ...etc,
      jobReference,
      configuration: { query: { query: 'SELECT 1' } },
      statistics: {
        totalBytesProcessed: '7',
        query: { referencedTables: [{ tableId: 't' }], schema: { fields: [{ name: 'x' }] } },
      },
    },
    ask: async (warehouse) => warehouse.dryRun(query),
  },
  'jobs.query': {
    body: { ...etc, jobComplete: true, jobReference, rows, totalBytesBilled: '9', schema: {} },
    ask: async (warehouse) => warehouse.query(query),
  },
  'jobs.getQueryResults': {
    body: {
      ...etc,
      jobComplete: false,
      jobReference,
      status: { state: 'DONE' },
      statistics: { totalSlotMs: '1', query: { totalBytesBilled: '9', queryPlan: [] } },
      rows,
      schema: {},
    },
    ask: async (warehouse) => warehouse.query(query),
  },
  'jobs.get': {
    body: { ...etc, jobReference, status: { state: 'DONE', errors: [] }, configuration: {} },
    ask: async (warehouse) => warehouse.loadJob({ ...job, done: false }),
  },
  load: {
    body: { ...etc, jobReference, status: { state: 'RUNNING' }, configuration: {} },
    ask: async (warehouse) =>
      warehouse.load({ table: name, columns: [], jobId: 'j', row: {}, check: 'g4' }),
  },
  testIamPermissions: {
    body: { ...etc, permissions: ['bigquery.tables.getData'] },
    ask: async (warehouse) => warehouse.permissionsOnTable(name, ['bigquery.tables.getData']),
  },
} satisfies Record<string, { body: unknown; ask: (warehouse: Warehouse) => Promise<unknown> }>;
