import type { AnswerStream } from './answer-stream.ts';
import { type CallOptions, CallSettings } from './call-settings.ts';
import type { PageDescriptor } from './page-descriptor.ts';
import type { StubMethod } from './service-stub.ts';
import { StreamDescriptor } from './stream-descriptor.ts';
import { streamingCall } from './streaming-call.ts';
import { type Request, type Result, unaryCall } from './unary-call.ts';

type Callback = (error: unknown, ...result: Result | []) => void;
type Cancellable = Promise<Result> & { cancel: () => void };
export type ApiCall = (
  request: Request,
  options?: CallOptions,
  callback?: Callback,
) => Cancellable | AnswerStream | undefined;

/** What a generated client makes of each of its methods: the stub's one attempt under the method's settings. */
export function createApiCall(
  stubMethod: Promise<StubMethod>,
  settings: CallSettings = new CallSettings(),
  descriptor?: PageDescriptor | StreamDescriptor,
): ApiCall {
  // A client waits for the stub of the methods that it calls, and for no others.
  stubMethod.catch(() => undefined);
  if (descriptor instanceof StreamDescriptor)
    return streamingCall(stubMethod, settings, descriptor);
  return (request, options, callback) => {
    const stopped = new AbortController();
    const merged = settings.merge(options);
    const signals = [merged.signal, stopped.signal].filter((signal) => signal !== undefined);
    merged.signal = signals.length > 1 ? AbortSignal.any(signals) : stopped.signal;
    const result = unaryCall(stubMethod, request, merged, descriptor);
    if (callback) {
      answer(result, callback);
      return undefined;
    }
    return Object.assign(result, {
      cancel() {
        stopped.abort();
      },
    });
  };
}

function answer(result: Promise<Result>, callback: Callback): void {
  result.then(
    (values) => {
      callback(null, ...values);
    },
    (error: unknown) => {
      callback(error);
    },
  );
}
