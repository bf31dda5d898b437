import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { requestAgain } from '../../support/request-again.ts';

export interface Meeting {
  around: (host: string, listener: RequestListener) => RequestListener;
  /** The next so many requests that say these words are let through together, once the last of them has come. */
  gather: (words: string, count: number) => void;
}

/** Makes requests to a host wait for each other, so that what is meant to happen at once does. */
export function meeting(at: string): Meeting {
  let expected: { words: string; missing: number; gathered: (() => void)[] } | undefined;
  return {
    around: (host, listener) => (httpRequest, httpResponse) => {
      if (host !== at || !expected) {
        listener(httpRequest, httpResponse);
        return;
      }
      void text(httpRequest).then((body) => {
        const letThrough = () => {
          listener(requestAgain(httpRequest, body), httpResponse);
        };
        if (!expected || !`${httpRequest.url ?? ''}\n${body}`.includes(expected.words)) {
          letThrough();
          return;
        }
        expected.gathered.push(letThrough);
        expected.missing -= 1;
        if (expected.missing > 0) return;
        const { gathered } = expected;
        expected = undefined;
        for (const each of gathered) each();
      });
    },
    gather(words, count) {
      expected = { words, missing: count, gathered: [] };
    },
  };
}
