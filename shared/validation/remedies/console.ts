const origin = 'https://console.cloud.google.com';

/** A page of Google's console; the parameters are encoded, the origin is constant. */
export function consoleUrl(path: string, parameters: Record<string, string>): string {
  return `${origin}${path}?${new URLSearchParams(parameters).toString()}`;
}

export const consolePages = {
  iam: (project: string) => consoleUrl('/iam-admin/iam', { project }),
  serviceAccounts: (project: string) => consoleUrl('/iam-admin/serviceaccounts', { project }),
  enableBigQuery: (project: string) =>
    consoleUrl('/apis/library/bigquery.googleapis.com', { project }),
  billing: (project: string) => consoleUrl('/billing/linkedaccount', { project }),
  quotas: (project: string) => consoleUrl('/iam-admin/quotas', { project }),
  policyTags: (project: string) => consoleUrl('/bigquery/policy-tags', { project }),
  bigQuery: (project: string) => consoleUrl('/bigquery', { project }),
  dataset: (project: string, dataset: string) =>
    consoleUrl('/bigquery', { project, p: project, d: dataset, page: 'dataset' }),
  table: (project: string, dataset: string, table: string) =>
    consoleUrl('/bigquery', { project, p: project, d: dataset, t: table, page: 'table' }),
};
