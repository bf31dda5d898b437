import { Firestore } from '@google-cloud/firestore';
import { SecretManagerServiceClient } from '@google-cloud/secret-manager';
import { credentials } from '@grpc/grpc-js';
import { createSecretManager } from '../../sandbox/secret-manager/secret-manager.ts';
import { serveSecretManagerOverGrpc } from '../../sandbox/secret-manager/grpc-front.ts';
import { firestoreConnectorStore } from '../../shared/adapters/google/firestore-connector-store.ts';
import { secretManagerKeyVault } from '../../shared/adapters/google/secret-manager-key-vault.ts';
import { requireEmulator, startEmulator } from '../emulators/firestore-emulator.ts';
import type { Storage } from './storage.ts';

const projectId = 'demo-connectors';

/** Google's own adapters, over Google's Firestore emulator and the stand-in for Secret Manager. Ends with the process. */
export async function emulatedStorage(now: () => Date): Promise<Storage> {
  const emulator = await startEmulator(requireEmulator());
  const grpc = await serveSecretManagerOverGrpc(createSecretManager({ now }));
  const firestore = new Firestore({
    projectId,
    host: emulator.host,
    ssl: false,
    customHeaders: { Authorization: 'Bearer owner' },
    ignoreUndefinedProperties: true,
  });
  const client = new SecretManagerServiceClient({
    projectId,
    apiEndpoint: '127.0.0.1',
    port: grpc.port,
    sslCreds: credentials.createInsecure(),
  });
  return {
    keys: secretManagerKeyVault({
      client: async () => client,
      projectId,
      replication: 'automatic',
      now,
    }),
    connectors: firestoreConnectorStore({ firestore, now }),
    async close() {
      await client.close();
      await firestore.terminate();
      grpc.close();
      await emulator.stop();
    },
  };
}
