import { type Client, type ServiceError, status } from '@grpc/grpc-js';
import { type EngineProcess, startEngineProcess } from './engine-process.ts';
import { connectEngine, type EngineCall, loadEngineProtocol } from './engine-protocol.ts';

export interface SqlEngine {
  /**
   * Puts one question. `appended` are bytes already in protobuf's wire format: messages merge when they are joined, so
   * rows need not become objects on their way. Rejects with EngineRefusal, or with the signal's reason.
   */
  ask<Answer>(call: EngineCall, request: object, more?: Asked): Promise<Answer>;
  /** Changes whenever an engine has ended, and what was registered with it is forgotten. */
  generation(): number;
  close(): Promise<void>;
}

export interface Asked {
  appended?: Uint8Array;
  signal?: AbortSignal;
  /** The generation with which something was registered that the question names. */
  registeredIn?: number;
}

/** The engine has ended since something was registered with it. */
export class EngineForgot extends Error {
  override readonly name = 'EngineForgot';
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
    return { process, client: connectEngine(process.socket) };
  };
  const forget = (lost: Promise<Running>) => {
    if (running !== lost) return; // another runs in its place already
    running = undefined;
    generation += 1;
  };
  const current = (): Promise<Running> => {
    if (running) return running;
    const started = start();
    running = started;
    const lost = () => {
      forget(started);
    };
    started.then(({ process }) => process.ended.then(lost), lost);
    return started;
  };
  const stop = async (stopped: Promise<Running>) => {
    forget(stopped);
    const found = await stopped.catch(() => undefined);
    await found?.process.end();
    found?.client.close(); // only now: a call on a closed client would not know that it may be repeated
  };

  const once = async <Answer>(call: EngineCall, request: object, more: Asked) => {
    const { appended, signal, registeredIn } = more;
    const used = current();
    const { client } = await used;
    signal?.throwIfAborted(); // nobody would hear of it later
    if (registeredIn !== undefined && registeredIn !== generation) throw new EngineForgot();
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
        void stop(used); // a query that nobody waits for would go on computing
      };
      signal?.addEventListener('abort', abort, { once: true });
    });
  };

  current().catch(() => undefined); // who asks meets the failure

  return {
    async ask<Answer>(call: EngineCall, request: object, more: Asked = {}) {
      more.signal?.throwIfAborted();
      try {
        return await once<Answer>(call, request, more);
      } catch (error) {
        if (!isServiceError(error)) throw error;
        if (error.code !== status.UNAVAILABLE && error.code !== status.CANCELLED) {
          throw new EngineRefusal(error.details, error.code === status.UNIMPLEMENTED);
        }
        // Another query's end took the engine with it.
        if (more.registeredIn !== undefined) throw new EngineForgot();
        return once<Answer>(call, request, more);
      }
    },
    generation: () => generation,
    async close() {
      closed = true;
      if (running) await stop(running);
    },
  };
}

function isServiceError(error: unknown): error is ServiceError {
  return error instanceof Error && 'details' in error && 'code' in error;
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error('aborted');
}
