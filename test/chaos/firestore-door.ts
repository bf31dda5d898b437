import type { IncomingMessage, RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { ask } from '../../tools/deployed-service/client.ts';

export interface FirestoreDoor {
  listener: RequestListener;
  /**
   * What Firestore itself does with transactions that nobody goes on with, a minute later
   * (https://cloud.google.com/firestore/docs/transaction-data-contention): their locks are free again.
   */
  forget: (source: string) => Promise<void>;
  /** How long the emulator has let that process wait since then, for one answer at the most and for all. In ms. */
  waits: (source: string, since: number) => { longest: number; whole: number };
}

/** Hands requests on to the emulator whole, also of who is gone meanwhile, and knows whose transactions are open. */
export function firestoreDoor(emulator: () => { port: number; documents: string }): FirestoreDoor {
  const open = new Map<string, Set<string>>();
  const waits = new Map<string, Set<{ at: number; ms: number }>>();
  const underWay = new Map<string, Set<Promise<unknown>>>();
  const of = <T>(all: Map<string, Set<T>>, source: string): Set<T> => {
    const own = all.get(source) ?? new Set<T>();
    all.set(source, own);
    return own;
  };
  const handOn = async (httpRequest: IncomingMessage, source: string) => {
    const body = await text(httpRequest);
    const { method = 'POST', url: path = '/' } = httpRequest;
    const headers = { authorization: 'Bearer owner', 'content-type': 'application/json' };
    const began = performance.now();
    const answered = await ask(emulator().port, { method, path, headers, body });
    of(waits, source).add({ at: began, ms: performance.now() - began });
    const opened = transactionIn(answered.text);
    if (opened !== undefined) of(open, source).add(opened);
    const ended = /:(?:commit|rollback)(?:\?|$)/.test(path) ? transactionIn(body) : undefined;
    if (ended !== undefined) of(open, source).delete(ended);
    return answered;
  };
  return {
    listener(httpRequest, httpResponse) {
      const source = httpRequest.socket.remoteAddress ?? '';
      const work = handOn(httpRequest, source).then(
        ({ status, text: answer }) => {
          httpResponse.writeHead(status, { 'content-type': 'application/json' });
          httpResponse.end(answer);
        },
        () => httpResponse.destroy(),
      );
      of(underWay, source).add(work);
      void work.then(() => of(underWay, source).delete(work));
    },
    async forget(source) {
      await Promise.all(of(underWay, source));
      const { port, documents } = emulator();
      const path = `/v1/${documents}:rollback`;
      const headers = { authorization: 'Bearer owner', 'content-type': 'application/json' };
      for (const transaction of of(open, source)) {
        // One that was committed after all is refused, and that is the same to us.
        await ask(port, { method: 'POST', path, headers, body: JSON.stringify({ transaction }) });
      }
      open.delete(source);
    },
    waits(source, since) {
      const each = [...of(waits, source)].filter(({ at }) => at >= since).map(({ ms }) => ms);
      return { longest: Math.max(0, ...each), whole: each.reduce((sum, ms) => sum + ms, 0) };
    },
  };
}

/** The emulator answers look-ups and queries by lists. */
function transactionIn(json: string): string | undefined {
  if (!json.includes('"transaction"')) return undefined;
  const parsed = JSON.parse(json) as unknown;
  const parts = (Array.isArray(parsed) ? parsed : [parsed]) as { transaction?: string }[];
  return parts.find(({ transaction }) => transaction !== undefined)?.transaction;
}
