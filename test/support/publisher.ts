import { v1 } from '@google-cloud/pubsub';
import { credentials } from '@grpc/grpc-js';
import { PassThroughClient } from 'google-auth-library';
import { servePubSubOverGrpc } from '../../sandbox/pubsub/grpc-front.ts';
import type { AskablePubSub } from '../../sandbox/pubsub/pubsub.ts';
import { servePubSubOverRest } from '../../sandbox/pubsub/rest-front.ts';
import type { Publisher } from '../../shared/adapters/google/pubsub-client.ts';
import { type Bundled, bundleClients } from './bundle-clients.ts';

export const transports = ['gRPC', 'REST', 'REST in a bundle'] as const;
export type Transport = (typeof transports)[number];

export interface ConnectedPublisher {
  client: Publisher;
  close: () => Promise<void>;
}

const place = { projectId: 'connectors', apiEndpoint: '127.0.0.1' };
const overRest = { fallback: true, protocol: 'http' };

/** Google's own client, talking to the stand-in. */
export async function connectPublisher(
  pubSub: AskablePubSub,
  transport: Transport,
): Promise<ConnectedPublisher> {
  if (transport === 'gRPC') {
    const server = await servePubSubOverGrpc(pubSub);
    const sslCreds = credentials.createInsecure();
    const client = new v1.PublisherClient({ ...place, port: server.port, sslCreds });
    return connected(client, server);
  }
  const server = await servePubSubOverRest(pubSub);
  const options = { ...place, ...overRest, port: server.port };
  if (transport === 'REST') {
    const authClient = new PassThroughClient();
    return connected(new v1.PublisherClient({ ...options, authClient }), server);
  }
  const bundled: Bundled<{ v1: typeof v1 }> = await bundleClients(
    `export { v1 } from '@google-cloud/pubsub';`,
  );
  bundled.remove();
  return connected(new bundled.module.v1.PublisherClient(options), server);
}

function connected(client: v1.PublisherClient, server: { close: () => void }): ConnectedPublisher {
  return {
    client,
    async close() {
      await client.close();
      server.close();
    },
  };
}
