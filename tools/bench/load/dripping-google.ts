import type { RequestListener, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

export interface DrippingGoogle {
  /** Stands around a host. */
  around: (host: string, listener: RequestListener) => RequestListener;
  /** From now on BigQuery answers a few bytes a second, or as ever. */
  drip: (slowly: boolean) => void;
  /** Questions to it that nobody has answered or given up yet. */
  underWay: () => number;
}

const hosts = ['bigquery.googleapis.com', 'cloudresourcemanager.googleapis.com'];
const pieces = 20;
const pauseMs = 1_000;

export function drippingGoogle(): DrippingGoogle {
  let slowly = false;
  let underWay = 0;
  return {
    around: (host, listener) =>
      !hosts.includes(host)
        ? listener
        : (httpRequest, httpResponse) => {
            underWay += 1;
            httpResponse.once('close', () => (underWay -= 1));
            if (slowly) inPieces(httpResponse);
            listener(httpRequest, httpResponse);
          },
    drip(so) {
      slowly = so;
    },
    underWay: () => underWay,
  };
}

/** The answer as it is, only not at once. */
function inPieces(httpResponse: ServerResponse): void {
  const write = httpResponse.write.bind(httpResponse) as (text: string) => boolean;
  const end = httpResponse.end.bind(httpResponse) as () => ServerResponse;
  const drip = async (text: string) => {
    const size = Math.max(1, Math.ceil(text.length / pieces));
    for (let from = 0; from < text.length && !httpResponse.destroyed; from += size) {
      write(text.slice(from, from + size));
      await setTimeout(pauseMs);
    }
    end();
  };
  httpResponse.end = (text?: unknown) => {
    void drip(typeof text === 'string' ? text : '');
    return httpResponse;
  };
}
