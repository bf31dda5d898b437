import { Readable } from 'node:stream';
import { asGoogleError, GoogleError } from './google-error.ts';
import type { StubMethod } from './service-stub.ts';
import type { Decoded } from './transcoder.ts';

/** One attempt, whose every failure is an error that callers know. */
export async function attemptCall(
  stubMethod: Promise<StubMethod>,
  ...call: Parameters<StubMethod>
): Promise<Decoded> {
  try {
    const method = await stubMethod;
    const answer: Decoded | Readable = await method(...call);
    // A closed client's answer for a streaming method: it fails, later, whether anyone hears it or not.
    if (answer instanceof Readable) {
      answer.on('error', () => undefined);
      throw new GoogleError('The client has already been closed.');
    }
    return answer;
  } catch (error) {
    throw asGoogleError(error);
  }
}
