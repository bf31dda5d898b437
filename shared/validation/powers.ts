/**
 * What no connector ever needs on a project as a whole. Data Editor on the one dataset of an export is not seen here: it
 * is asked of the project (https://cloud.google.com/iam/docs/permissions-reference).
 */
export const dangerousPermissions = [
  'bigquery.datasets.delete',
  'bigquery.datasets.setIamPolicy',
  'bigquery.jobs.listAll',
  'bigquery.tables.delete',
  'bigquery.tables.setIamPolicy',
  'bigquery.tables.updateData',
  'cloudkms.cryptoKeys.setIamPolicy',
  'compute.instances.create',
  'iam.roles.create',
  'iam.serviceAccountKeys.create',
  'iam.serviceAccounts.actAs',
  'iam.serviceAccounts.getAccessToken',
  'resourcemanager.projects.delete',
  'resourcemanager.projects.setIamPolicy',
  'secretmanager.versions.access',
  'storage.objects.delete',
  'storage.objects.get',
];
