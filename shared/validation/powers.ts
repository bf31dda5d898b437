import type { Answer } from '../ports/answer.ts';
import type { ServiceAccountKey } from '../schemas/service-account-key.ts';
import type { Draft } from './draft.ts';
import type { GooglePorts } from './facts.ts';

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

/** With a token of its own: the one for BigQuery opens BigQuery alone. */
export async function askPowers(
  { jobProject, field, exportDataset }: Draft,
  key: ServiceAccountKey,
  { identity, projectPermissions }: GooglePorts,
  signal: AbortSignal,
): Promise<[string, Answer<string[]>][]> {
  const projects = [jobProject, field?.project, exportDataset?.project];
  const distinct = [...new Set(projects.filter((project) => project !== undefined))];
  const token = await identity.signIn(key, ['cloudplatformprojects.readonly'], signal);
  if ('refusal' in token) return distinct.map((project) => [project, token]);
  return Promise.all(
    distinct.map(async (project): Promise<[string, Answer<string[]>]> => {
      const asked = { project, permissions: dangerousPermissions };
      return [project, await projectPermissions(token.value, asked, signal)];
    }),
  );
}
