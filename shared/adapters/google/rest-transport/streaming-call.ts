import { answerStream, type AnswerStream } from './answer-stream.ts';
import { attemptCall } from './attempt-call.ts';
import type { CallOptions, CallSettings } from './call-settings.ts';
import { googleError } from './google-error.ts';
import { mostAttemptMs } from './repeat-call.ts';
import type { StubMethod } from './service-stub.ts';
import { Status } from './status.ts';
import { streamBudget } from './stream-budget.ts';
import { type StreamDescriptor, StreamType } from './stream-descriptor.ts';

/** One attempt: what streams is repeated by Firestore's client itself, with the same request object. */
export function streamingCall(
  stubMethod: Promise<StubMethod>,
  settings: CallSettings,
  { type }: StreamDescriptor,
): (request: Record<string, unknown>, options?: CallOptions) => AnswerStream {
  const budget = streamBudget();
  return (request, options) =>
    answerStream(async (signal) => {
      if (type !== StreamType.SERVER_STREAMING)
        throw googleError(Status.UNIMPLEMENTED, 'REST has no streams that the client writes to');
      const { timeout, otherArgs } = settings.merge(options);
      const { headers = {} } = otherArgs;
      const deadlineMs = Math.min(timeout, mostAttemptMs, budget.leftMs(request));
      return attemptCall(stubMethod, request, { headers, deadlineMs, signal });
    });
}
