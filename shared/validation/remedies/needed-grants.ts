import type { Draft } from '../draft.ts';
import type { RoleGrant } from './cure.ts';

type Needing = Pick<Draft, 'purposes' | 'exportDataset' | 'jobProject'> & {
  field?: { project: string; dataset: string } | undefined;
};

/** Least privilege that passes every check of the purposes. */
export function neededGrants({ purposes, field, exportDataset, jobProject }: Needing): RoleGrant[] {
  const grants: RoleGrant[] = [{ role: 'roles/bigquery.jobUser', on: { project: jobProject } }];
  if (purposes.includes('import') && field) {
    const { project, dataset } = field;
    grants.push({ role: 'roles/bigquery.dataViewer', on: { project, dataset } });
  }
  if (purposes.includes('export') && exportDataset) {
    grants.push({ role: 'roles/bigquery.dataEditor', on: exportDataset });
  }
  return grants;
}
