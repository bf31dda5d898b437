import type { Remedy } from '../../schemas/report.ts';
import { consolePages } from './console.ts';
import { hclString, shellWord } from './quote.ts';

export type Grantee = { project: string } & (
  | { dataset?: undefined; table?: undefined }
  | { dataset: string; table?: undefined }
  | { dataset: string; table: string }
);

const roleNames: Record<string, string> = {
  'roles/bigquery.jobUser': 'BigQuery Job User',
  'roles/bigquery.dataViewer': 'BigQuery Data Viewer',
  'roles/bigquery.metadataViewer': 'BigQuery Metadata Viewer',
  'roles/bigquery.dataEditor': 'BigQuery Data Editor',
  'roles/serviceusage.serviceUsageConsumer': 'Service Usage Consumer',
};

/** How a colleague gives the service account one role on one project, dataset or table, four ways. */
export function grant(role: string, clientEmail: string, on: Grantee): Remedy {
  const member = `serviceAccount:${clientEmail}`;
  const text = `Ask whoever administers ${place(on)} to grant ${roleNames[role] ?? role} (${role}) to ${clientEmail}.`;
  if (on.dataset === undefined) {
    return {
      text,
      consoleUrl: consolePages.iam(on.project),
      gcloud: line(
        'gcloud',
        'projects',
        'add-iam-policy-binding',
        on.project,
        `--member=${member}`,
        `--role=${role}`,
      ),
      terraform: block('google_project_iam_member', { project: on.project, role, member }),
    };
  }
  const names = { project: on.project, dataset_id: on.dataset };
  if (on.table === undefined) {
    return {
      text,
      consoleUrl: consolePages.dataset(on.project, on.dataset),
      bq: line(
        'bq',
        'query',
        '--use_legacy_sql=false',
        grantSql(role, member, 'SCHEMA', on.project, on.dataset),
      ),
      terraform: block('google_bigquery_dataset_iam_member', { ...names, role, member }),
    };
  }
  return {
    text,
    consoleUrl: consolePages.table(on.project, on.dataset, on.table),
    bq: line(
      'bq',
      'add-iam-policy-binding',
      `--member=${member}`,
      `--role=${role}`,
      `${on.project}:${on.dataset}.${on.table}`,
    ),
    terraform: block('google_bigquery_table_iam_member', {
      ...names,
      table_id: on.table,
      role,
      member,
    }),
  };
}

function place({ project, dataset, table }: Grantee): string {
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
