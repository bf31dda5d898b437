import type { KeyVault } from '../../ports/key-vault.ts';

/** What each call needs (https://cloud.google.com/secret-manager/docs/access-control). */
export const secretPermissions = {
  create: 'secretmanager.secrets.create',
  get: 'secretmanager.secrets.get',
  update: 'secretmanager.secrets.update',
  addVersion: 'secretmanager.versions.add',
  access: 'secretmanager.versions.access',
} as const;

const { create, get, update, addVersion, access } = secretPermissions;

/**
 * What has to be granted to whoever uses a method, and nothing else. A secret is looked at after it was made, because the
 * answer may have got lost.
 */
export const keyVaultPermissions = {
  add: [create, get, addVersion],
  read: [access],
  keep: [get, update],
  expire: [get, update],
} satisfies Record<keyof KeyVault, readonly string[]>;
