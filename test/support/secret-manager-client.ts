import { SecretManagerServiceClient } from '@google-cloud/secret-manager';
import { credentials } from '@grpc/grpc-js';
import { PassThroughClient } from 'google-auth-library';
import { serveSecretManagerOverGrpc } from '../../sandbox/secret-manager/grpc-front.ts';
import { serveSecretManagerOverRest } from '../../sandbox/secret-manager/rest-front.ts';
import type { Askable } from '../../sandbox/secret-manager/secret-manager.ts';

export type Transport = 'gRPC' | 'REST';
export const transports: Transport[] = ['gRPC', 'REST'];

export interface ConnectedClient {
  client: SecretManagerServiceClient;
  close: () => Promise<void>;
}

/** Google's own client, talking to the stand-in. */
export async function connect(
  secretManager: Askable,
  transport: Transport,
): Promise<ConnectedClient> {
  const overGrpc = transport === 'gRPC';
  const server = overGrpc
    ? await serveSecretManagerOverGrpc(secretManager)
    : await serveSecretManagerOverRest(secretManager);
  const client = new SecretManagerServiceClient({
    projectId: 'connectors',
    apiEndpoint: '127.0.0.1',
    port: server.port,
    ...(overGrpc
      ? { sslCreds: credentials.createInsecure() }
      : { fallback: true, protocol: 'http', authClient: new PassThroughClient() }),
  });
  return {
    client,
    async close() {
      await client.close();
      server.close();
    },
  };
}
