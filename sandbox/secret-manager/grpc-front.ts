import protos from '@google-cloud/secret-manager/build/protos/protos.json' with { type: 'json' };
import { type RunningGrpc, serveOverGrpc } from '../rpc/grpc-front.ts';
import { fromJson, toJson } from './proto-shape.ts';
import { type Askable, type Operation, permissions } from './secret-manager.ts';

/** Secret Manager's gRPC service. */
export async function serveSecretManagerOverGrpc(secretManager: Askable): Promise<RunningGrpc> {
  return serveOverGrpc({
    protos,
    name: 'google.cloud.secretmanager.v1.SecretManagerService',
    operations: Object.keys(permissions),
    ask: async (operation, message) =>
      fromJson(await secretManager.ask(operation as Operation, toJson(message) as object)),
  });
}
