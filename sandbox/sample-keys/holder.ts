import type { Resource } from '../iam/access.ts';
import type { Holder } from './sample-key.ts';

export const home = 'acme-analytics';
export const jobUser = 'roles/bigquery.jobUser';
export const viewer = 'roles/bigquery.dataViewer';
export const editor = 'roles/bigquery.dataEditor';
export const on = (project: string, dataset?: string, table?: string): Resource => ({
  project,
  ...(dataset !== undefined && { dataset }),
  ...(table !== undefined && { table }),
});

type Roles = Holder['roles'];
export const enough: Roles = [
  [jobUser, on(home)],
  [viewer, on(home, 'crm')],
];

/** An account of the company's main project that may do just enough, unless told otherwise. */
export function holder(name: string, more: Partial<Omit<Holder, 'email'>> = {}): Holder {
  return {
    email: `${name}@${home}.iam.gserviceaccount.com`,
    projectId: home,
    roles: enough,
    ...more,
  };
}
