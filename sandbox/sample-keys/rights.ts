import { goodAccount } from '../world/accounts-of-acme.ts';
import { editor, enough, holder, home, jobUser, on, viewer } from './holder.ts';
import type { SampleKey } from './sample-key.ts';

/** Files as downloaded, of accounts that may do enough, too little or too much. */
export const ofRights: SampleKey[] = [
  {
    file: 'good.json',
    story: 'Everything is right: reads crm, web and sales, writes into exports.',
    at: 'validate-connection',
    outcome: 'passed',
    holder: {
      email: goodAccount,
      projectId: home,
      roles: [
        ...enough,
        [viewer, on(home, 'web')],
        [editor, on(home, 'exports')],
        [viewer, on('acme-warehouse', 'sales')],
        [editor, on('acme-warehouse', 'reports')],
        [editor, on('acme-playground', 'trial')],
        [jobUser, on('acme-playground')],
      ],
    },
  },
  {
    file: 'reader-of-one-table.json',
    story: 'May read the table crm.subscribers and nothing else of its dataset; that is enough.',
    at: 'validate-connection',
    outcome: 'passed',
    holder: holder('one-table', {
      roles: [
        [jobUser, on(home)],
        [viewer, on(home, 'crm', 'subscribers')],
      ],
    }),
  },
  {
    file: 'no-job-permission.json',
    story: 'May read the data but run no query: Job User is missing.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'C2',
    holder: holder('no-jobs', { roles: [[viewer, on(home, 'crm')]] }),
  },
  {
    file: 'no-dataset-access.json',
    story: 'May run queries but see no data: Data Viewer is missing.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'D1',
    holder: holder('no-data', { roles: [[jobUser, on(home)]] }),
  },
  {
    file: 'no-rights.json',
    story: 'Was made and given nothing: no role anywhere.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'C2',
    holder: holder('no-rights', { roles: [] }),
  },
  {
    file: 'metadata-without-jobs.json',
    story:
      'Sees the tables, may read no row and run no query: one missing right hides behind another.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'C2',
    holder: holder('no-jobs-no-rows', {
      roles: [['roles/bigquery.metadataViewer', on(home, 'crm')]],
    }),
  },
  {
    file: 'metadata-only.json',
    story:
      'Sees the tables and their columns but may read no row: Metadata Viewer in place of Data Viewer.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'D4',
    holder: holder('metadata-only', {
      roles: [
        [jobUser, on(home)],
        ['roles/bigquery.metadataViewer', on(home, 'crm')],
      ],
    }),
  },
  {
    file: 'project-owner.json',
    story: 'May do everything in the project, far more than it needs.',
    at: 'validate-connection',
    outcome: 'warning',
    check: 'C3',
    holder: holder('owner', { roles: [['roles/owner', on(home)]] }),
  },
  {
    file: 'export-reader.json',
    story: 'May read the dataset exports but write nothing into it: Data Editor is missing.',
    at: 'validate-connection',
    purpose: 'export',
    outcome: 'failed',
    check: 'E4',
    holder: holder('export-reader', { roles: [...enough, [viewer, on(home, 'exports')]] }),
  },
  {
    file: 'export-without-delete.json',
    story: 'May write into exports and delete nothing in it, by a role that its company made.',
    at: 'validate-connection',
    purpose: 'export',
    outcome: 'warning',
    check: 'E4',
    holder: holder('no-delete', {
      roles: [
        ...enough,
        ['projects/acme-analytics/roles/exportWithoutDelete', on(home, 'exports')],
      ],
    }),
  },
  {
    file: 'export-blind.json',
    story: 'May write into exports without looking at the dataset itself; that is enough.',
    at: 'validate-connection',
    purpose: 'export',
    outcome: 'passed',
    holder: holder('blind-writer', {
      roles: [...enough, ['projects/acme-analytics/roles/blindWriter', on(home, 'exports')]],
    }),
  },
];
