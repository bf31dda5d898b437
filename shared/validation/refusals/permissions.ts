import { failed, type Cause, type Resource, type Verdict } from './verdict.ts';

interface Grant {
  cause: Cause;
  role: string;
  on: Resource;
}

/**
 * The narrowest predefined role for each permission that Google may name
 * (https://cloud.google.com/bigquery/docs/access-control).
 */
const grants: Record<string, Grant> = {
  'bigquery.connections.use': {
    cause: 'connections.use',
    role: 'roles/bigquery.connectionUser',
    on: 'connection',
  },
  'bigquery.datasets.get': {
    cause: 'datasets.get',
    role: 'roles/bigquery.metadataViewer',
    on: 'dataset',
  },
  'bigquery.jobs.create': { cause: 'jobs.create', role: 'roles/bigquery.jobUser', on: 'project' },
  'bigquery.readsessions.create': {
    cause: 'permission',
    role: 'roles/bigquery.readSessionUser',
    on: 'project',
  },
  'bigquery.routines.get': {
    cause: 'permission',
    role: 'roles/bigquery.metadataViewer',
    on: 'dataset',
  },
  'bigquery.tables.create': {
    cause: 'tables.create',
    role: 'roles/bigquery.dataEditor',
    on: 'dataset',
  },
  'bigquery.tables.delete': { cause: 'permission', role: 'roles/bigquery.dataEditor', on: 'table' },
  'bigquery.tables.get': {
    cause: 'tables.get',
    role: 'roles/bigquery.metadataViewer',
    on: 'table',
  },
  'bigquery.tables.getData': {
    cause: 'tables.getData',
    role: 'roles/bigquery.dataViewer',
    on: 'table',
  },
  'bigquery.tables.list': {
    cause: 'tables.list',
    role: 'roles/bigquery.metadataViewer',
    on: 'dataset',
  },
  'bigquery.tables.update': {
    cause: 'tables.update',
    role: 'roles/bigquery.dataEditor',
    on: 'table',
  },
  'bigquery.tables.updateData': {
    cause: 'tables.updateData',
    role: 'roles/bigquery.dataEditor',
    on: 'table',
  },
  'serviceusage.services.use': {
    cause: 'user-project',
    role: 'roles/serviceusage.serviceUsageConsumer',
    on: 'project',
  },
};

const byLowerCase = new Map(Object.keys(grants).map((name) => [name.toLowerCase(), name]));

/** The permission that a message names, whatever sentence it stands in: sentences change, names do not. */
export function namedPermission(text: string): string | undefined {
  for (const [name] of text.matchAll(/\b(?:bigquery|serviceusage)\.[a-z]+\.[a-z]+\b/gi)) {
    const known = byLowerCase.get(name.toLowerCase());
    if (known !== undefined) return known;
  }
  return undefined;
}

export function missing(permission: string): Verdict {
  const grant = grants[permission];
  if (!grant) return { ...failed('permission'), permission };
  return { ...failed(grant.cause, grant.on), permission, role: grant.role };
}
