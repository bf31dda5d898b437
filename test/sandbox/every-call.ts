import type { WorldContents } from '../../sandbox/world/world.ts';
import { everyJob } from './every-job.ts';

export interface CallToMake {
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

const home = '/bigquery/v2/projects/acme-analytics';
const post = (path: string, body: unknown): CallToMake => ({
  path,
  method: 'POST',
  body: JSON.stringify(body),
});

/** Each method of the sandbox on each thing of the sample world, and what is refused on top. */
export function everyCall(
  { projects, datasets, tables }: WorldContents,
  name: string,
): CallToMake[] {
  return [
    ...[...projects.map(({ project }) => project), 'acme-nothing'].map((project) => ({
      path: `/bigquery/v2/projects/${project}/datasets?maxResults=2`,
    })),
    ...datasets.flatMap(({ project, dataset }) => ofDataset(project, dataset)),
    ...ofDataset('acme-analytics', 'nothing'),
    ...tables.flatMap(({ project, dataset, table }) => ofTable(project, dataset, table)),
    ...ofTable('acme-analytics', 'crm', 'nothing'),
    ...changes,
    ...everyJob(name),
    { path: `${home}/nothing` },
  ];
}

function ofDataset(project: string, dataset: string): CallToMake[] {
  const path = `/bigquery/v2/projects/${project}/datasets/${dataset}`;
  return [
    { path },
    { path: `${path}/tables` },
    { path: `${path}/tables?maxResults=3` },
    { path: `${path}/tables?maxResults=many` },
    { path: `${path}/tables?pageToken=bent` },
  ];
}

function ofTable(project: string, dataset: string, table: string): CallToMake[] {
  const path = `/bigquery/v2/projects/${project}/datasets/${dataset}/tables/${table}`;
  const query = `SELECT * FROM \`${project}.${dataset}.${table}\` LIMIT 2`;
  const asked = { query, useLegacySql: false, jobTimeoutMs: 500 };
  return [
    { path },
    { path: `${path}/data?maxResults=2` },
    { path: `${path}/data?maxResults=1&formatOptions.useInt64Timestamp=true` },
    post(`${path}:testIamPermissions`, { permissions: ['bigquery.tables.getData'] }),
    post(`${path}:testIamPermissions`, { permissions: ['everything'] }),
    post(`/bigquery/v2/projects/acme-analytics/queries`, asked),
    post(`${home}/jobs`, { configuration: { dryRun: true, query: asked } }),
  ];
}

const fields = [
  { name: 'id', type: 'INTEGER', mode: 'REQUIRED', description: 'A number' },
  { name: 'inner', type: 'RECORD', fields: [{ name: 'list', type: 'STRING', mode: 'REPEATED' }] },
];
const madeTable = (tableId: string, more: object = {}) => ({
  tableReference: { projectId: 'acme-analytics', datasetId: 'exports', tableId },
  ...more,
});
const made = `${home}/datasets/exports/tables`;
const view = { query: 'SELECT email FROM `acme-analytics.crm.subscribers`', useLegacySql: false };

const changes: CallToMake[] = [
  post(made, madeTable('made', { schema: { fields }, labels: { a: 'b' }, description: 'Made' })),
  post(made, madeTable('made', { schema: { fields } })),
  post(made, madeTable('short', { expirationTime: String(Date.now() + 3_600_000) })),
  post(made, madeTable('seen', { view })),
  post(made, madeTable('odd`name')),
  post(made, madeTable('odd', { schema: { fields: [{ name: 'a', type: 'NUMBER' }] } })),
  post(`${home}/datasets/crm/tables`, {}),
  ...['made', 'short', 'seen'].flatMap((name) => [
    { path: `${made}/${name}` },
    {
      ...post(`${made}/${name}`, { expirationTime: String(Date.now() + 60_000) }),
      method: 'PATCH',
    },
    { ...post(`${made}/none`, { description: 'None' }), method: 'PATCH' },
    { path: `${made}/${name}`, method: 'DELETE' },
    { path: `${made}/${name}`, method: 'DELETE' },
  ]),
];
