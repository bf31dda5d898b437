import { Readable } from 'node:stream';
import type { Decoded } from './transcoder.ts';

export interface AnswerStream extends Readable {
  cancel: () => void;
  /** Of a duplex stream, which Firestore's client takes it for. */
  end: () => void;
}

/** All answers of a streaming call, then what ended it before its time: nothing of them is lost to that. */
export function answerStream(call: (signal: AbortSignal) => Promise<Decoded>): AnswerStream {
  const stopped = new AbortController();
  async function* answers() {
    const { messages, failure } = await call(stopped.signal);
    yield* messages;
    if (failure) throw failure;
  }
  // One at a time: a stream that fails throws away what it holds.
  const stream = Readable.from(answers(), { objectMode: true, highWaterMark: 1 });
  return Object.assign(stream, {
    cancel() {
      stopped.abort();
      stream.destroy();
    },
    end() {
      // nothing is ever written to it
    },
  });
}
