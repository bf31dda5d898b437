import type { RequestListener } from 'node:http';

export interface Gate {
  around: (host: string, listener: RequestListener) => RequestListener;
  /** Holds the next request to the host; resolves when it has come, to what lets it through. */
  holdNext: () => Promise<() => void>;
}

/** Makes a request to a host wait as long as a test likes. */
export function gate(held: string): Gate {
  let awaited: ((letThrough: () => void) => void) | undefined;
  return {
    around: (host, listener) => (httpRequest, httpResponse) => {
      const come = host === held ? awaited : undefined;
      const answer = () => {
        listener(httpRequest, httpResponse);
      };
      if (!come) {
        answer();
        return;
      }
      awaited = undefined;
      come(answer);
    },
    holdNext: async () =>
      new Promise((resolve) => {
        awaited = resolve;
      }),
  };
}
