import {
  Metadata,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedHandleCall,
} from '@grpc/grpc-js';
import { fromJSON } from '@grpc/proto-loader';
import { Wire } from '../engine/wire.ts';
import { GoogleStatus, statuses } from './google-status.ts';

export interface RunningGrpc {
  port: number;
  close: () => void;
}

export interface GrpcService {
  /** A client's own descriptors. */
  protos: object;
  /** Its full name, as `google.pubsub.v1.Publisher`. */
  name: string;
  operations: string[];
  /** The message of gRPC, and the answer as one. */
  ask: (operation: string, message: unknown) => Promise<unknown>;
}

/** One of Google's services on a client's own protos: a free port of this machine alone, without TLS. */
export async function serveOverGrpc(service: GrpcService): Promise<RunningGrpc> {
  const definitions = fromJSON(service.protos, { longs: String, enums: String });
  const server = new Server();
  server.addService(
    definitions[service.name] as ServiceDefinition,
    Object.fromEntries(service.operations.map((each) => [each, handler(service, each)])),
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

function handler({ ask }: GrpcService, operation: string): UntypedHandleCall {
  return (
    { request }: { request: unknown },
    callback: (error: object | null, answer?: unknown) => void,
  ) => {
    ask(operation, request).then(
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
