import type { v1 } from '@google-cloud/pubsub';
import { openOnce } from './open-once.ts';

/** Of Google's client, what the announcer uses of it. */
export type Publisher = Pick<v1.PublisherClient, 'publish'>;

/**
 * Google's own publisher over REST, loaded and made when something is first announced. It is the generated one: that which
 * gathers messages into batches in the background has nothing to gather here, and a function may be stopped meanwhile.
 */
export function pubsubClient(projectId: string): () => Promise<v1.PublisherClient> {
  return openOnce(async () => {
    const pubsub = await import('@google-cloud/pubsub');
    const client = new pubsub.v1.PublisherClient({ fallback: true, projectId });
    await client.initialize();
    return client;
  });
}
