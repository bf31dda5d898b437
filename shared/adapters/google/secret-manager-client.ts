import type { SecretManagerServiceClient } from '@google-cloud/secret-manager';

/** Of Google's client, what the vault uses of it. */
export type SecretManager = Pick<
  SecretManagerServiceClient,
  'createSecret' | 'getSecret' | 'updateSecret' | 'addSecretVersion' | 'accessSecretVersion'
>;

/**
 * Google's client over REST, loaded and made when it is first needed: a cold start that needs no key does not pay for
 * it. It finds its service account by itself, and asks secretmanager.googleapis.com alone.
 */
export function secretManagerClient(projectId: string): () => Promise<SecretManager> {
  let client: Promise<SecretManager> | undefined;
  return () => {
    client ??= import('@google-cloud/secret-manager').then(
      (module) => new module.SecretManagerServiceClient({ fallback: true, projectId }),
    );
    return client;
  };
}
