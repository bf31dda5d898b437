import { text } from 'node:stream/consumers';
import type { IncomingMessage, RequestListener } from 'node:http';

export type Moment = 'before' | 'after';

/** At the change of this number, the first is 1: before Google hears of it, or once it is made and not answered yet. */
export interface Interruption {
  change: number;
  moment: Moment;
  /** Is given what was asked and not done. */
  kill: (cut: string) => void;
}

export interface Interruptions {
  /** Stands around Google's hosts. */
  around: (host: string, listener: RequestListener) => RequestListener;
  /** What changes at Google from now on, told by what is asked. */
  watch: (interruption?: Interruption) => string[];
}

/** Counts what changes something at Google, and ends the process that asks for it where it was told to. */
export function interruptions(): Interruptions {
  let changes: string[] = [];
  let planned: Interruption | undefined;
  return {
    around: (host, listener) => (httpRequest, httpResponse) => {
      const change = changeIn(host, httpRequest);
      if (change !== undefined) changes.push(change);
      if (change === undefined || changes.length !== planned?.change) {
        listener(httpRequest, httpResponse);
        return;
      }
      const { moment, kill } = planned;
      planned = undefined;
      if (moment === 'before') {
        void text(httpRequest).then((cut) => {
          kill(cut);
          httpRequest.destroy();
        });
        return;
      }
      // Whoever answers begins with this call, when all is done.
      httpResponse.writeHead = () => {
        kill('');
        return httpResponse.destroy();
      };
      listener(httpRequest, httpResponse);
    },
    watch(interruption) {
      planned = interruption;
      changes = [];
      return changes;
    },
  };
}

function changeIn(host: string, { method, url = '' }: IncomingMessage): string | undefined {
  const [path = ''] = url.split('?');
  const [, verb = ''] = /:(\w+)$/.exec(path) ?? [];
  if (host === 'firestore.googleapis.com') {
    return ['commit', 'batchWrite'].includes(verb) ? `Firestore ${verb}` : undefined;
  }
  if (host === 'pubsub.googleapis.com') return `Pub/Sub ${verb}`;
  if (host !== 'secretmanager.googleapis.com' || method === 'GET') return undefined;
  return `Secret Manager ${method ?? ''} ${verb}`.trim();
}
