import type { Grant, Resource } from './iam/access.ts';
import { lostLineBreaks, otherTokenUri, type Shape, truncated } from './sample-keys/shapes.ts';
import { goodAccount } from './world/accounts-of-acme.ts';

/** A key file to upload, and what the service is to say of it. */
export interface SampleKey {
  file: string;
  story: string;
  /** Which function says it first; what it only warns of was repaired, and passes a validation. */
  at: 'upload-key' | 'validate-connection';
  /** Of a validation for import with the unique contact field crm.subscribers.email ↔ email, or for export into exports. */
  purpose?: 'export';
  outcome: 'passed' | 'warning' | 'failed' | 'inconclusive';
  /** The check that says so, by its id. */
  check?: string;
  /** The account behind it and what that may do; files that are refused at the upload need none. */
  holder?: Holder;
  /** What was done to the file on its way. Without it: as Google's console downloads it. */
  shape?: Shape;
}

export interface Holder {
  email: string;
  /** `project_id` of the file. */
  projectId: string;
  roles: [role: string, on: Resource][];
  state?: 'disabled' | 'deleted';
  /** What of the key Google publishes; usually a certificate for years. */
  certificate?: 'twelve-days' | 'expired' | 'withdrawn' | 'of-another-key';
  quotaUsedUp?: boolean;
}

const home = 'acme-analytics';
const jobUser = 'roles/bigquery.jobUser';
const viewer = 'roles/bigquery.dataViewer';
const editor = 'roles/bigquery.dataEditor';
const on = (project: string, dataset?: string, table?: string): Resource => ({
  project,
  ...(dataset !== undefined && { dataset }),
  ...(table !== undefined && { table }),
});

type Roles = Holder['roles'];
const enough: Roles = [
  [jobUser, on(home)],
  [viewer, on(home, 'crm')],
];

/** An account of the company's main project that may do just enough, unless told otherwise. */
function holder(name: string, more: Partial<Omit<Holder, 'email'>> = {}): Holder {
  return {
    email: `${name}@${home}.iam.gserviceaccount.com`,
    projectId: home,
    roles: enough,
    ...more,
  };
}

export const sampleKeys: SampleKey[] = [
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
  {
    file: 'deleted-account.json',
    story: 'Its service account was deleted.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'B1',
    holder: holder('left-the-company', { state: 'deleted' }),
  },
  {
    file: 'deleted-key.json',
    story: 'Its account lives; this key of it was deleted.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'B1',
    holder: holder('rotated', { certificate: 'withdrawn' }),
  },
  {
    file: 'expired-key.json',
    story: 'The key had a date of expiry, and that has passed.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'B1',
    holder: holder('expired', { certificate: 'expired' }),
  },
  {
    file: 'expires-soon.json',
    story: 'Works for twelve days more.',
    at: 'validate-connection',
    outcome: 'warning',
    check: 'B1',
    holder: holder('expires-soon', { certificate: 'twelve-days' }),
  },
  {
    file: 'disabled-account.json',
    story: 'Its service account was switched off.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'B2',
    holder: holder('switched-off', { state: 'disabled' }),
  },
  {
    file: 'mismatched-key-id.json',
    story: 'Put together from two files: the private key of one, the key id of the other.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'B1',
    holder: holder('mismatched', { certificate: 'of-another-key' }),
  },
  {
    file: 'wrong-project.json',
    story: 'Its project_id was mistyped; no such project exists.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'C1',
    holder: holder('wrong-project', { projectId: 'acme-anaiytics' }),
  },
  {
    file: 'api-disabled.json',
    story: 'Belongs to a project in which the BigQuery API is switched off.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'C1',
    holder: {
      email: 'reader@acme-api-off.iam.gserviceaccount.com',
      projectId: 'acme-api-off',
      roles: [[jobUser, on('acme-api-off')]],
    },
  },
  {
    file: 'vpc-perimeter.json',
    story: 'Belongs to a project behind a perimeter of VPC Service Controls.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'C1',
    holder: {
      email: 'reader@acme-vault.iam.gserviceaccount.com',
      projectId: 'acme-vault',
      roles: [[jobUser, on('acme-vault')]],
    },
  },
  {
    file: 'billing-off.json',
    story: 'Belongs to a project whose billing account was closed: no query runs.',
    at: 'validate-connection',
    outcome: 'failed',
    check: 'C2',
    holder: {
      email: 'reader@acme-unpaid.iam.gserviceaccount.com',
      projectId: 'acme-unpaid',
      roles: [
        [jobUser, on('acme-unpaid')],
        [viewer, on('acme-unpaid', 'crm')],
      ],
    },
  },
  {
    file: 'quota-exhausted.json',
    story: 'Its company set a quota a day, and today’s is used up: ask again tomorrow.',
    at: 'validate-connection',
    outcome: 'inconclusive',
    check: 'C2',
    holder: holder('thirsty', { quotaUsedUp: true }),
  },
  {
    file: 'lost-line-breaks.json',
    story:
      'Was pasted through a form that ate the line breaks of the private key; it can be repaired.',
    at: 'upload-key',
    outcome: 'warning',
    check: 'A4',
    holder: holder('pasted'),
    shape: lostLineBreaks,
  },
  {
    file: 'base64.txt',
    story: 'The whole file in base64, as some tools want it; it can be read.',
    at: 'upload-key',
    outcome: 'warning',
    check: 'A1',
    holder: holder('encoded'),
    shape: (key) => Buffer.from(JSON.stringify(key, undefined, 2)).toString('base64'),
  },
  {
    file: 'truncated.json',
    story: 'The download broke off in the middle of the private key.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A1',
    shape: truncated,
  },
  {
    file: 'authorized-user.json',
    story: 'A person’s own sign-in (gcloud auth application-default login), no service account.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A2',
    shape: () =>
      JSON.stringify({
        type: 'authorized_user',
        client_id: '1234567890-sample.apps.googleusercontent.com',
        client_secret: 'no-secret-of-anybody',
        refresh_token: '1//no-token-of-anybody',
      }),
  },
  {
    file: 'edited-token-uri.json',
    story: 'Somebody edited token_uri: it names another server than Google’s.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A3',
    shape: otherTokenUri,
  },
  {
    file: 'ec-key.json',
    story: 'Its private key is one of an elliptic curve; Google’s are RSA.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A4',
    shape: (key, { ellipticKey }) => JSON.stringify({ ...key, private_key: ellipticKey }),
  },
  {
    file: 'key.pem',
    story: 'A private key alone, without the JSON around it.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A1',
    shape: ({ private_key: privateKey }) => privateKey,
  },
  {
    file: 'certificate.p12',
    story: 'The older P12 form of a key.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A1',
    shape: (_, { pkcs12 }) => pkcs12,
  },
  {
    file: 'not-json.html',
    story: 'A login page that was saved in place of the file behind it.',
    at: 'upload-key',
    outcome: 'failed',
    check: 'A1',
    shape: () =>
      '<!doctype html>\n<html><head><title>Sign in</title></head><body>Sign in to continue</body></html>\n',
  },
];

export const holders: Holder[] = sampleKeys.flatMap((sample) => sample.holder ?? []);

/** Who may do what in the sample world. */
export const grants: Grant[] = holders.flatMap(({ email, roles }) =>
  roles.map(([role, resource]) => ({ account: email, role, ...resource })),
);

export const quotaUsedUp: ReadonlySet<string> = new Set(
  holders.filter((each) => each.quotaUsedUp === true).map(({ email }) => email),
);
