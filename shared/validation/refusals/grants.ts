import type { Cause, Resource } from './verdict.ts';

export interface Grant {
  cause: Cause;
  /** None where no role that could be granted on the thing has the permission. */
  role?: string;
  on: Resource;
}

/**
 * The narrowest predefined role for each permission that Google may name, and the thing on which it is granted
 * (https://cloud.google.com/bigquery/docs/access-control, https://cloud.google.com/iam/docs/roles-permissions).
 */
const roles: [role: string, on: Resource, permissions: string[]][] = [
  ['bigquery.jobUser', 'project', ['bigquery.jobs.create', 'bigquery.config.get']],
  ['bigquery.user', 'project', ['bigquery.datasets.create', 'bigquery.transfers.get']],
  [
    'bigquery.resourceViewer',
    'project',
    ['bigquery.jobs.get', 'bigquery.jobs.list', 'bigquery.jobs.listAll'],
  ],
  ['bigquery.admin', 'project', ['bigquery.jobs.update', 'bigquery.jobs.delete']],
  [
    'bigquery.readSessionUser',
    'project',
    [
      'bigquery.readsessions.create',
      'bigquery.readsessions.getData',
      'bigquery.readsessions.update',
    ],
  ],
  [
    'bigquery.metadataViewer',
    'dataset',
    [
      'bigquery.datasets.get',
      'bigquery.datasets.getIamPolicy',
      'bigquery.tables.list',
      'bigquery.models.list',
      'bigquery.models.getMetadata',
      'bigquery.routines.get',
      'bigquery.routines.list',
    ],
  ],
  ['bigquery.metadataViewer', 'table', ['bigquery.tables.get', 'bigquery.tables.getIamPolicy']],
  [
    'bigquery.dataViewer',
    'table',
    [
      'bigquery.tables.getData',
      'bigquery.tables.export',
      'bigquery.tables.createSnapshot',
      'bigquery.tables.replicateData',
    ],
  ],
  ['bigquery.dataViewer', 'dataset', ['bigquery.models.getData', 'bigquery.models.export']],
  [
    'bigquery.dataEditor',
    'dataset',
    [
      'bigquery.tables.create',
      'bigquery.models.create',
      'bigquery.routines.create',
      'bigquery.routines.update',
      'bigquery.routines.delete',
    ],
  ],
  [
    'bigquery.dataEditor',
    'table',
    [
      'bigquery.tables.update',
      'bigquery.tables.updateData',
      'bigquery.tables.delete',
      'bigquery.tables.restoreSnapshot',
      'bigquery.tables.createIndex',
    ],
  ],
  [
    'bigquery.dataOwner',
    'dataset',
    ['bigquery.datasets.update', 'bigquery.datasets.delete', 'bigquery.datasets.setIamPolicy'],
  ],
  [
    'bigquery.dataOwner',
    'table',
    [
      'bigquery.tables.setIamPolicy',
      'bigquery.tables.setCategory',
      'bigquery.tables.setColumnDataPolicy',
      'bigquery.rowAccessPolicies.create',
      'bigquery.rowAccessPolicies.list',
      'bigquery.rowAccessPolicies.update',
      'bigquery.rowAccessPolicies.delete',
    ],
  ],
  [
    'bigquery.connectionUser',
    'connection',
    ['bigquery.connections.use', 'bigquery.connections.get', 'bigquery.connections.list'],
  ],
  ['bigquery.connectionAdmin', 'connection', ['bigquery.connections.delegate']],
  ['bigquerydatapolicy.maskedReader', 'policy tag', ['bigquery.dataPolicies.maskedGet']],
  [
    'datacatalog.categoryFineGrainedReader',
    'policy tag',
    ['datacatalog.categories.fineGrainedGet'],
  ],
  ['datacatalog.viewer', 'project', ['datacatalog.taxonomies.get', 'datacatalog.taxonomies.list']],
];

/** What a permission's own name has no room for: the causes that the service has words of its own for. */
const ownCauses = [
  'connections.use',
  'datasets.get',
  'jobs.create',
  'tables.create',
  'tables.get',
  'tables.getData',
  'tables.list',
  'tables.update',
  'tables.updateData',
] as const satisfies Cause[];

function causeOf(permission: string, on: Resource): Cause {
  if (on === 'policy tag') return 'policy-tag';
  return ownCauses.find((cause) => permission === `bigquery.${cause}`) ?? 'permission';
}

/** An entry for each permission of BigQuery's own; the row access policy itself says who may read, not a role. */
export const bigqueryGrants: [permission: string, grant: Grant][] = [
  ['bigquery.rowAccessPolicies.getFilteredData', { cause: 'row-access-policy', on: 'table' }],
  ['bigquery.reservations.use', { cause: 'reservation', on: 'project' }],
  ...roles.flatMap(([role, on, permissions]) =>
    permissions.map((permission): [string, Grant] => [
      permission,
      { cause: causeOf(permission, on), role: `roles/${role}`, on },
    ]),
  ),
];
