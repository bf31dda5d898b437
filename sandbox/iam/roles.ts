/**
 * Google's predefined roles as far as the sandbox asks for their permissions
 * (https://cloud.google.com/bigquery/docs/access-control#bigquery). A star at the end stands for everything that begins so.
 */
const metadataViewer = [
  'bigquery.datasets.get',
  'bigquery.datasets.getIamPolicy',
  'bigquery.models.getMetadata',
  'bigquery.models.list',
  'bigquery.routines.get',
  'bigquery.routines.list',
  'bigquery.tables.get',
  'bigquery.tables.getIamPolicy',
  'bigquery.tables.list',
  'resourcemanager.projects.get',
];
const dataViewer = [
  ...metadataViewer,
  'bigquery.models.export',
  'bigquery.models.getData',
  'bigquery.tables.createSnapshot',
  'bigquery.tables.export',
  'bigquery.tables.getData',
  'bigquery.tables.replicateData',
];
const dataEditor = [
  ...dataViewer,
  'bigquery.datasets.create',
  'bigquery.datasets.updateTag',
  'bigquery.models.create',
  'bigquery.models.delete',
  'bigquery.models.updateData',
  'bigquery.models.updateMetadata',
  'bigquery.routines.create',
  'bigquery.routines.delete',
  'bigquery.routines.update',
  'bigquery.tables.create',
  'bigquery.tables.delete',
  'bigquery.tables.restoreSnapshot',
  'bigquery.tables.update',
  'bigquery.tables.updateData',
  'bigquery.tables.updateTag',
];
const dataOwner = [
  ...dataEditor,
  'bigquery.datasets.*',
  'bigquery.models.*',
  'bigquery.routines.*',
  'bigquery.rowAccessPolicies.*',
  'bigquery.tables.*',
];
const jobUser = ['bigquery.config.get', 'bigquery.jobs.create', 'resourcemanager.projects.get'];
const admin = ['bigquery.*', 'resourcemanager.projects.get', 'dataform.*'];

/** Roles that ACME made itself. */
const ofAcme: Record<string, string[]> = {
  'projects/acme-analytics/roles/exportWithoutDelete': [
    ...dataViewer,
    'bigquery.tables.create',
    'bigquery.tables.update',
    'bigquery.tables.updateData',
  ],
  'projects/acme-analytics/roles/blindWriter': [
    'bigquery.tables.create',
    'bigquery.tables.delete',
    'bigquery.tables.get',
    'bigquery.tables.getData',
    'bigquery.tables.list',
    'bigquery.tables.update',
    'bigquery.tables.updateData',
  ],
};

export const roles: Record<string, string[]> = {
  ...ofAcme,
  'roles/bigquery.admin': admin,
  'roles/bigquery.connectionUser': ['bigquery.connections.get', 'bigquery.connections.use'],
  'roles/bigquery.dataEditor': dataEditor,
  'roles/bigquery.dataOwner': dataOwner,
  'roles/bigquery.dataViewer': dataViewer,
  'roles/bigquery.jobUser': jobUser,
  'roles/bigquery.metadataViewer': metadataViewer,
  'roles/bigquery.readSessionUser': ['bigquery.readsessions.*', 'resourcemanager.projects.get'],
  'roles/bigquery.user': [
    ...jobUser,
    'bigquery.datasets.create',
    'bigquery.datasets.get',
    'bigquery.datasets.getIamPolicy',
    'bigquery.jobs.list',
    'bigquery.models.list',
    'bigquery.readsessions.*',
    'bigquery.routines.list',
    'bigquery.savedqueries.get',
    'bigquery.savedqueries.list',
    'bigquery.tables.list',
    'bigquery.transfers.get',
  ],
  'roles/datacatalog.categoryFineGrainedReader': ['datacatalog.categories.fineGrainedGet'],
  'roles/editor': [
    ...dataEditor,
    ...jobUser,
    'bigquery.datasets.*',
    'bigquery.jobs.*',
    'iam.serviceAccountKeys.create',
    'iam.serviceAccounts.actAs',
    'iam.serviceAccounts.create',
    'resourcemanager.projects.update',
    'storage.buckets.*',
    'storage.objects.*',
  ],
  'roles/owner': [
    ...admin,
    'cloudkms.*',
    'compute.*',
    'iam.*',
    'resourcemanager.projects.*',
    'secretmanager.*',
    'storage.*',
  ],
  'roles/viewer': [...metadataViewer, ...jobUser, 'bigquery.jobs.list', 'storage.buckets.list'],
};
