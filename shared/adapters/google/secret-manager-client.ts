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
export function secretManagerClient(projectId: string): () => Promise<SecretManagerServiceClient> {
  let opened: Promise<SecretManagerServiceClient> | undefined;
  return async () => {
    opened ??= open(projectId).catch((error: unknown) => {
      opened = undefined; // a client that did not find its account once would never look for it again
      throw error;
    });
    return opened;
  };
}

async function open(projectId: string): Promise<SecretManagerServiceClient> {
  const { SecretManagerServiceClient } = await import('@google-cloud/secret-manager');
  const client = new SecretManagerServiceClient({ fallback: true, projectId });
  await client.initialize();
  return client;
}
