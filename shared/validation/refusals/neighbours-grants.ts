import type { Grant } from './grants.ts';
import type { Cause, Resource } from './verdict.ts';

/** The same for what BigQuery's work touches outside BigQuery: buckets, keys, accounts, projects. */
const roles: [role: string, on: Resource, cause: Cause, permissions: string[]][] = [
  ['storage.objectViewer', 'bucket', 'storage', ['storage.objects.get', 'storage.objects.list']],
  [
    'storage.objectCreator',
    'bucket',
    'storage',
    ['storage.objects.create', 'storage.multipartUploads.create'],
  ],
  ['storage.objectUser', 'bucket', 'storage', ['storage.objects.delete', 'storage.objects.update']],
  ['storage.legacyBucketReader', 'bucket', 'storage', ['storage.buckets.get']],
  ['storage.admin', 'project', 'storage', ['storage.buckets.create', 'storage.buckets.list']],
  [
    'cloudkms.cryptoKeyEncrypterDecrypter',
    'kms key',
    'kms',
    ['cloudkms.cryptoKeyVersions.useToEncrypt', 'cloudkms.cryptoKeyVersions.useToDecrypt'],
  ],
  [
    'cloudkms.viewer',
    'kms key',
    'kms',
    ['cloudkms.cryptoKeys.get', 'cloudkms.cryptoKeyVersions.get'],
  ],
  [
    'serviceusage.serviceUsageConsumer',
    'project',
    'user-project',
    ['serviceusage.services.use', 'serviceusage.quotas.get'],
  ],
  [
    'serviceusage.serviceUsageViewer',
    'project',
    'permission',
    ['serviceusage.services.get', 'serviceusage.services.list'],
  ],
  ['serviceusage.serviceUsageAdmin', 'project', 'permission', ['serviceusage.services.enable']],
  [
    'browser',
    'project',
    'permission',
    ['resourcemanager.projects.get', 'resourcemanager.projects.list'],
  ],
  ['iam.securityReviewer', 'project', 'permission', ['resourcemanager.projects.getIamPolicy']],
  [
    'resourcemanager.projectIamAdmin',
    'project',
    'permission',
    ['resourcemanager.projects.setIamPolicy'],
  ],
  [
    'iam.serviceAccountTokenCreator',
    'service account',
    'permission',
    [
      'iam.serviceAccounts.getAccessToken',
      'iam.serviceAccounts.getOpenIdToken',
      'iam.serviceAccounts.signJwt',
      'iam.serviceAccounts.signBlob',
      'iam.serviceAccounts.implicitDelegation',
    ],
  ],
  ['iam.serviceAccountUser', 'service account', 'permission', ['iam.serviceAccounts.actAs']],
  ['iam.serviceAccountViewer', 'service account', 'permission', ['iam.serviceAccounts.get']],
];

export const neighboursGrants: [permission: string, grant: Grant][] = roles.flatMap(
  ([role, on, cause, permissions]) =>
    permissions.map((permission): [string, Grant] => [
      permission,
      { cause, role: `roles/${role}`, on },
    ]),
);
