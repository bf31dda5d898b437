import type { RequestListener, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { requestAgain } from '../../support/request-again.ts';

/** What becomes of all that a host is asked about one thing. */
export interface Trouble {
  host: string;
  /** A workspace or a key: what does not name it goes as ever. */
  about: string;
  /** An HTTP status with Google's word for it, no answer at all, or a connection that breaks. */
  answer: { status: number; word: string } | 'silence' | 'broken';
  /** The change is made, and the answer says that it was not. */
  afterActing?: boolean;
  /** How many answers; if left out all, until it is called off. */
  times?: number;
}

export interface Troubles {
  around: (host: string, listener: RequestListener) => RequestListener;
  /** From now on, until it is called off. */
  begin: (trouble: Trouble) => () => void;
}

/** Lets things go wrong at Google's hosts, side by side. */
export function troubles(): Troubles {
  const begun = new Map<Trouble, number>();
  return {
    around: (host, listener) => (httpRequest, httpResponse) => {
      const here = [...begun.keys()].filter((each) => each.host === host);
      if (here.length === 0) {
        listener(httpRequest, httpResponse);
        return;
      }
      void buffer(httpRequest).then((body) => {
        const { url = '' } = httpRequest;
        const asked = `${url}\n${body.toString()}`;
        const trouble = here.find(({ about }) => asked.includes(about));
        if (trouble) {
          const left = (begun.get(trouble) ?? 1) - 1;
          if (left > 0) begun.set(trouble, left);
          else begun.delete(trouble);
        }
        if (trouble && trouble.afterActing !== true) {
          refuse(trouble, url, httpResponse);
          return;
        }
        if (trouble) {
          const writeHead = httpResponse.writeHead.bind(httpResponse);
          httpResponse.writeHead = () => {
            httpResponse.writeHead = writeHead;
            refuse(trouble, url, httpResponse);
            return Object.assign(httpResponse, { write: () => true, end: () => httpResponse });
          };
        }
        listener(requestAgain(httpRequest, body), httpResponse);
      });
    },
    begin(trouble) {
      begun.set(trouble, trouble.times ?? Infinity);
      return () => {
        begun.delete(trouble);
      };
    },
  };
}

function refuse({ answer }: Trouble, url: string, httpResponse: ServerResponse): void {
  if (answer === 'silence') return;
  if (answer === 'broken') {
    httpResponse.destroy();
    return;
  }
  const { status, word } = answer;
  const error = { error: { code: status, message: 'The request failed.', status: word } };
  const streams = /:(?:batchGet|runQuery|runAggregationQuery)\b/.test(url);
  httpResponse.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
  httpResponse.end(JSON.stringify(streams ? [error] : error));
}
