import type { SecretManagerServiceClient } from '@google-cloud/secret-manager';
import { openOnce } from './open-once.ts';

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
  return openOnce(async () => open(projectId));
}

async function open(projectId: string): Promise<SecretManagerServiceClient> {
  const { SecretManagerServiceClient } = await import('@google-cloud/secret-manager');
  const client = new SecretManagerServiceClient({ fallback: true, projectId });
  await client.initialize();
  return client;
}
