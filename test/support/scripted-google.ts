import { createPrivateKey } from 'node:crypto';
import { certificate } from '../../sandbox/identity/certificate.ts';
import type { Answer, Operation } from '../../shared/ports/answer.ts';
import type { Warehouse } from '../../shared/ports/warehouse.ts';
import type { GooglePorts } from '../../shared/validation/facts.ts';
import { privateKeyPem } from './make-key.ts';

/** What goes on with an account at Google: all is well, or one thing is not. */
export type Incident =
  'fine' | 'dirty' | 'no-keys' | 'key-deleted' | 'no-jobs' | 'quota' | 'odd' | 'senseless' | 'down';

export const privateKeyId = '0123456789abcdef0123456789abcdef01234567';

const refused = (operation: Operation, httpStatus: number, body: unknown) => ({
  refusal: { kind: 'http' as const, operation, httpStatus, body },
});
const said = (code: number, reason: string, message: string) => ({
  error: { code, message, errors: [{ reason, message }], status: 'PERMISSION_DENIED' },
});

/** A Google without a network, for many checks in little time; who asks is told apart by the account's e-mail. */
export function scriptedGoogle(incidentOf: (email: string) => Incident): GooglePorts {
  const pem = certificate(createPrivateKey(privateKeyPem()), 'scripted', {
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('9999-12-31T23:59:59Z'),
  });
  const unless = <T>(email: string, operation: Operation, value: T): Answer<T> =>
    incidentOf(email) === 'down'
      ? refused(operation, 503, said(503, 'backendError', 'Backend Error'))
      : { value };

  const warehouseOf = (email: string): Warehouse => ({
    ...noOther,
    datasets: async () => unless(email, 'datasets.list', { items: ['crm'] }),
    dataset: async () => unless(email, 'datasets.get', { location: 'US' }),
    table: async () =>
      incidentOf(email) === 'odd'
        ? refused('tables.get', 418, said(418, 'teapot', 'Ask the kettle.'))
        : unless(email, 'tables.get', subscribers),
    permissionsOnTable: async () =>
      unless(email, 'testIamPermissions', ['bigquery.tables.getData']),
    dryRun: async () =>
      incidentOf(email) === 'no-jobs'
        ? refused('jobs.insert.dryRun', 403, said(403, 'accessDenied', noJobs))
        : unless(email, 'jobs.insert.dryRun', { bytesProcessed: 31_403, tables: 1 }),
    query: async ({ check }) => {
      if (incidentOf(email) === 'quota')
        return refused('jobs.query', 403, said(403, 'quotaExceeded', quotaUsedUp));
      const counts = countsOf[incidentOf(email)] ?? clean;
      const rows = check === 'd5' ? [counts] : [['1']];
      return unless(email, 'jobs.query', { rows, bytesBilled: check === 'd5' ? 10_485_760 : 0 });
    },
  });

  return {
    identity: {
      certificates: async (email) =>
        unless(email, 'certificates', certificatesOf[incidentOf(email)] ?? { [privateKeyId]: pem }),
      signIn: async ({ clientEmail }) =>
        incidentOf(clientEmail) === 'key-deleted'
          ? refused('token', 400, {
              error: 'invalid_grant',
              error_description: 'Invalid JWT Signature.',
            })
          : unless(clientEmail, 'token', { token: clientEmail }),
    },
    openWarehouse: ({ accessToken }) => warehouseOf(accessToken.token),
    projectPermissions: async ({ token }) => unless(token, 'testIamPermissions', []),
  };
}

const clean = ['1000', '0', '0', '0', '1000', '1000'];
const countsOf: Partial<Record<Incident, string[]>> = {
  dirty: ['1000', '10', '0', '0', '990', '990'],
  'no-keys': ['1000', '1000', '0', '0', '0', '0'],
};

/** Of the last one no check can make anything. */
const certificatesOf: Partial<Record<Incident, Record<string, string>>> = {
  'key-deleted': {},
  senseless: new Proxy(
    {},
    {
      getOwnPropertyDescriptor: () => {
        throw new RangeError('a word of Google’s');
      },
    },
  ),
};

const noJobs =
  'Access Denied: Project acme-analytics: User does not have bigquery.jobs.create permission in project acme-analytics.';
const quotaUsedUp =
  'Custom quota exceeded: Your usage exceeded the custom quota for QueryUsagePerDay, which is set by your administrator.';

const subscribers = {
  kind: 'TABLE',
  rows: 1000,
  bytes: 60_000,
  location: 'US',
  columns: [{ name: 'email', type: 'STRING', mode: 'NULLABLE', policyTags: [] }],
};

const never = () => Promise.reject(new Error('This Google is not asked for that.'));
const noOther = {
  tables: never,
  createTable: never,
  expireTable: never,
  load: never,
  loadJob: never,
  cancelLoad: never,
  readRows: never,
  deleteTable: never,
};
