import { type Client, type ServiceError, status } from '@grpc/grpc-js';
import { type EngineProcess, startEngineProcess } from './engine-process.ts';
import { connectEngine, type EngineCall, loadEngineProtocol } from './engine-protocol.ts';

export interface SqlEngine {
  /**
   * Puts one question. `appended` are bytes already in protobuf's wire format: messages merge when they are joined, so
   * rows need not become objects on their way. Rejects with EngineRefusal, or with the signal's reason.
   */
  ask<Answer>(call: EngineCall, request: object, more?: Asked): Promise<Answer>;
  /** Changes whenever the engine was started anew and has forgotten what was registered. */
  generation(): number;
  close(): Promise<void>;
}

export interface Asked {
  appended?: Uint8Array;
  signal?: AbortSignal;
}

/** What GoogleSQL says against a statement. */
export class EngineRefusal extends Error {
  override readonly name = 'EngineRefusal';
  /** Does GoogleSQL know the function, and only this engine cannot do it? */
  readonly unsupported: boolean;

  constructor(message: string, unsupported: boolean) {
    super(message);
    this.unsupported = unsupported;
  }
}

interface Running {
  process: EngineProcess;
  client: Client;
}

export function createSqlEngine(): SqlEngine {
  let running: Promise<Running> | undefined;
  let generation = 0;
  let closed = false;
  const protocol = loadEngineProtocol();

  const start = async (): Promise<Running> => {
    if (closed) throw new Error('The sandbox was closed.');
    const process = await startEngineProcess();
    generation += 1;
    void process.ended.then(() => {
      running = undefined;
    });
    return { process, client: connectEngine(process.socket) };
  };
  const stop = async () => {
    const stopped = await running?.catch(() => undefined);
    running = undefined;
    stopped?.client.close();
    await stopped?.process.end();
  };

  const once = async <Answer>(call: EngineCall, request: object, { appended, signal }: Asked) => {
    const { client } = await (running ??= start());
    const { path, requestSerialize, responseDeserialize } = protocol[call];
    const head = requestSerialize(request);
    return new Promise<Answer>((resolve, reject) => {
      const sent = client.makeUnaryRequest(
        path,
        (bytes: Buffer) => bytes,
        responseDeserialize,
        appended ? Buffer.concat([head, appended]) : head,
        (error, answer) => {
          signal?.removeEventListener('abort', abort);
          if (error) reject(signal?.aborted === true ? reasonOf(signal) : error);
          else resolve(answer as Answer);
        },
      );
      const abort = () => {
        sent.cancel();
        void stop(); // a query that nobody waits for would go on computing
      };
      signal?.addEventListener('abort', abort, { once: true });
    });
  };

  running = start();
  running.catch(() => undefined); // who asks meets the failure

  return {
    async ask<Answer>(call: EngineCall, request: object, more: Asked = {}) {
      more.signal?.throwIfAborted();
      try {
        return await once<Answer>(call, request, more);
      } catch (error) {
        if (!isServiceError(error)) throw error;
        if (error.code === status.UNAVAILABLE || error.code === status.CANCELLED) {
          return once<Answer>(call, request, more); // another query's end took the engine with it
        }
        throw new EngineRefusal(error.details, error.code === status.UNIMPLEMENTED);
      }
    },
    generation: () => generation,
    async close() {
      closed = true;
      await stop();
    },
  };
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'details' in error && 'code' in error;
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('aborted');
}
