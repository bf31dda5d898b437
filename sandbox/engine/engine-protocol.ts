import { Client, credentials, type MethodDefinition } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { join } from 'node:path';
import { engineFolder } from './engine-process.ts';

/** The calls of the engine's `local_service.proto` that the sandbox makes. */
export type EngineCall =
  | 'GetLanguageOptions'
  | 'ExtractTableNamesFromStatement'
  | 'Parse'
  | 'Analyze'
  | 'RegisterCatalog'
  | 'UnregisterCatalog'
  | 'EvaluateQuery';

export type Method = MethodDefinition<object, unknown>;

/** Takes a quarter of a second, most of it to read the messages of the resolved tree: once a process. */
export function loadEngineProtocol(): Record<EngineCall, Method> {
  const loaded = loadSync('local_service.proto', {
    includeDirs: [join(engineFolder, 'protos')],
    keepCase: true,
    longs: String,
    enums: String,
    oneofs: true,
  });
  // The loader's types know methods by any name; ours are those that the engine is asked by.
  return loaded['zetasql.local_service.ZetaSqlLocalService'] as unknown as Record<
    EngineCall,
    Method
  >;
}

const mostBytes = 512 * 1024 ** 2;

export function connectEngine(socket: string): Client {
  return new Client(socket, credentials.createInsecure(), {
    'grpc.max_send_message_length': mostBytes,
    'grpc.max_receive_message_length': mostBytes,
  });
}
