import {
  Metadata,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedHandleCall,
} from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import protos from '@google-cloud/secret-manager/build/protos/protos.json' with { type: 'json' };
import { Wire } from '../engine/wire.ts';
import { GoogleStatus, statuses } from './google-status.ts';
import { fromJson, toJson } from './proto-shape.ts';
import { type Operation, permissions, type Askable } from './secret-manager.ts';

export interface RunningGrpc {
  port: number;
  close: () => void;
}

/** Secret Manager's gRPC service on the client's own protos: a free port of this machine alone, without TLS. */
export async function serveSecretManagerOverGrpc(secretManager: Askable): Promise<RunningGrpc> {
  const definitions = fromJSON(protos, { longs: String, enums: String });
  const service = definitions['google.cloud.secretmanager.v1.SecretManagerService'];
  const server = new Server();
  server.addService(
    service as unknown as ServiceDefinition,
    Object.fromEntries(operations.map((each) => [each, handler(secretManager, each)])),
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) => {
      if (error) reject(error);
      else resolve(bound);
    });
  });
  return {
    port,
    close() {
      server.forceShutdown();
    },
  };
}

const operations = Object.keys(permissions) as Operation[];

function handler(secretManager: Askable, operation: Operation): UntypedHandleCall {
  const answer = async (request: unknown) =>
    fromJson(await secretManager.ask(operation, toJson(request) as object));
  return (
    { request }: { request: unknown },
    callback: (error: object | null, answer?: unknown) => void,
  ) => {
    answer(request).then(
      (given) => {
        callback(null, given);
      },
      (error: unknown) => {
        callback(serviceError(error));
      },
    );
  };
}

function serviceError(error: unknown): object {
  if (!(error instanceof GoogleStatus)) {
    process.stderr.write(`sandbox: ${error instanceof Error ? String(error.stack) : 'unknown'}\n`);
    return serviceError(new GoogleStatus('INTERNAL', 'Internal error encountered.'));
  }
  const code = statuses[error.word].grpc;
  const metadata = new Metadata();
  if (error.info) metadata.set('grpc-status-details-bin', rpcStatus(code, error));
  return { code, details: error.message, metadata };
}

/** google.rpc.Status with one google.rpc.ErrorInfo, in protobuf's wire format. */
function rpcStatus(code: number, { message, info }: GoogleStatus): Buffer {
  const wire = new Wire();
  wire.number(1, code);
  wire.text(2, message);
  wire.message(3, () => {
    wire.text(1, 'type.googleapis.com/google.rpc.ErrorInfo');
    wire.message(2, () => {
      wire.text(1, info?.reason ?? '');
      wire.text(2, info?.domain ?? '');
      for (const [key, value] of Object.entries(info?.metadata ?? {})) {
        wire.message(3, () => {
          wire.text(1, key);
          wire.text(2, value);
        });
      }
    });
  });
  return wire.finish();
}
