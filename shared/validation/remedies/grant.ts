import { consolePages } from './console.ts';
import type { Cure } from './cure.ts';
import { hclString, shellWord } from './quote.ts';

export type Grantee = { project: string } & (
  | { dataset?: undefined; table?: undefined }
  | { dataset: string; table?: undefined }
  | { dataset: string; table: string }
);

const roleNames: Record<string, string> = {
  'roles/bigquery.connectionUser': 'BigQuery Connection User',
  'roles/bigquery.jobUser': 'BigQuery Job User',
  'roles/bigquery.dataViewer': 'BigQuery Data Viewer',
  'roles/bigquery.metadataViewer': 'BigQuery Metadata Viewer',
  'roles/bigquery.dataEditor': 'BigQuery Data Editor',
  'roles/serviceusage.serviceUsageConsumer': 'Service Usage Consumer',
};

/** How a colleague gives the service account one role on one project, dataset or table, each way that there is. */
export function grant(role: string, clientEmail: string, on: Grantee): Cure {
  const text = `Ask whoever administers ${placeOf(on)} to grant ${roleName(role)} to ${clientEmail}.`;
  return {
    text,
    ...waysTo(role, `serviceAccount:${clientEmail}`, on),
    grants: [{ role, on }],
  };
}

export function roleName(role: string): string {
  const name = roleNames[role];
  return name === undefined ? role : `${name} (${role})`;
}

/** A page, a command line and a block of Terraform for it. */
function waysTo(role: string, member: string, on: Grantee): Omit<Cure, 'text'> {
  const { project, dataset, table } = on;
  if (dataset === undefined) {
    const words = ['gcloud', 'projects', 'add-iam-policy-binding', project];
    return {
      consoleUrl: consolePages.iam(project),
      gcloud: line(...words, `--member=${member}`, `--role=${role}`),
      terraform: block('google_project_iam_member', { project, role, member }),
    };
  }
  const names = { project, dataset_id: dataset };
  if (table === undefined) {
    const sql = grantSql(role, member, 'SCHEMA', project, dataset);
    return {
      consoleUrl: consolePages.dataset(project, dataset),
      bq: line('bq', 'query', '--use_legacy_sql=false', sql),
      terraform: block('google_bigquery_dataset_iam_member', { ...names, role, member }),
    };
  }
  const words = ['bq', 'add-iam-policy-binding', `--member=${member}`, `--role=${role}`];
  const values = { ...names, table_id: table, role, member };
  return {
    consoleUrl: consolePages.table(project, dataset, table),
    bq: line(...words, `${project}:${dataset}.${table}`),
    terraform: block('google_bigquery_table_iam_member', values),
  };
}

export function placeOf({ project, dataset, table }: Grantee): string {
  if (dataset === undefined) return `project ${project}`;
  return table === undefined
    ? `dataset ${project}.${dataset}`
    : `table ${project}.${dataset}.${table}`;
}

export function line(...words: string[]): string {
  return words.map(shellWord).join(' ');
}

/** https://cloud.google.com/bigquery/docs/reference/standard-sql/data-control-language#grant_statement */
function grantSql(role: string, member: string, kind: string, ...names: string[]): string {
  return `GRANT \`${role}\` ON ${kind} \`${names.join('`.`')}\` TO "${member}"`;
}

export function block(resource: string, values: Record<string, string>): string {
  const width = Math.max(...Object.keys(values).map((name) => name.length));
  const lines = Object.entries(values).map(
    ([name, value]) => `  ${name.padEnd(width)} = ${hclString(value)}`,
  );
  return [`resource "${resource}" "connector" {`, ...lines, '}'].join('\n');
}
