import { block, grant } from '../../../../shared/validation/remedies/grant.ts';
import { accountId, emailIn, grantsFor, named } from './instructions.ts';
import type { Wanted } from './wanted.ts';

const displayName = 'Marketing platform, BigQuery connector';
const names: Record<string, string> = {
  'roles/bigquery.jobUser': 'connector_queries',
  'roles/bigquery.dataViewer': 'connector_import',
  'roles/bigquery.dataEditor': 'connector_export',
};

/** All but the key itself, which would stand readable in Terraform's state. */
export function terraform(wanted: Wanted): string {
  const all = named(wanted);
  const { project } = all;
  const grants = grantsFor(all).map(({ role, on }) =>
    (grant(role, emailIn(project), on).terraform ?? '')
      .replace('"connector" {', `"${names[role] ?? 'connector'}" {`)
      .replace(/(member\s+= ).*/, '$1google_service_account.connector.member'),
  );
  return [
    block('google_project_service', {
      project,
      service: 'bigquery.googleapis.com',
      disable_on_destroy: 'false',
    }).replace('"false"', 'false'),
    block('google_service_account', { project, account_id: accountId, display_name: displayName }),
    ...grants,
  ].join('\n\n');
}
