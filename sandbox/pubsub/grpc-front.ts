import protos from '@google-cloud/pubsub-api/build/protos/protos.json' with { type: 'json' };
import { type RunningGrpc, serveOverGrpc } from '../rpc/grpc-front.ts';
import type { AskablePubSub } from './pubsub.ts';

/** Messages as protobuf.js reads them: their data are bytes where REST has base64. */
interface Publish {
  topic: string;
  messages: { data?: Uint8Array; attributes?: Record<string, string>; orderingKey?: string }[];
}

/** Pub/Sub's publishers' gRPC service. */
export async function servePubSubOverGrpc(pubSub: AskablePubSub): Promise<RunningGrpc> {
  return serveOverGrpc({
    protos,
    name: 'google.pubsub.v1.Publisher',
    operations: ['publish'],
    ask: async (_, message) => {
      const { topic, messages } = message as Publish;
      const inJson = messages.map(({ data = new Uint8Array(), ...rest }) => ({
        ...rest,
        data: Buffer.from(data).toString('base64'),
      }));
      return pubSub.ask('publish', { topic, messages: inJson });
    },
  });
}
