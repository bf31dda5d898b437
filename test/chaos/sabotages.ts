import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { requestAgain } from '../support/request-again.ts';
import type { Sabotage } from './arena.ts';

/** Which operations meet depends on how quick the machine is: a run lasts until Google broke its word so often. */
interface Broken {
  by: (strike: () => void) => Sabotage;
  strikes: number;
  found: RegExp;
}

/** Google itself does not do what it answers: each of them has to come to light. */
export const sabotages: Record<string, Broken> = {
  'a store that forgets a change of a connector': {
    by: forgetting(
      (document) => document.includes('/connectors/') && !document.includes('/changes/'),
      3,
    ),
    strikes: 5,
    found: /is lost|answered was|expected/,
  },
  'a store that forgets history': {
    by: forgetting((document) => document.includes('/changes/'), 3),
    strikes: 3,
    found: /times, its history says/,
  },
  'a store in which a name is free while it is borne': {
    by: forgetting((document) => document.includes('/names/'), 1),
    strikes: 5,
    found: /its name is not its own/,
  },
  'a store that forgets to whom a key belongs': {
    by: forgetting((document) => document.includes('/keys/'), 2),
    strikes: 8,
    found: /its key’s record will be destroyed|has no record|not noted as its own/,
  },
  'a vault that keeps what is to go': {
    by: deaf('secretmanager.googleapis.com', (body) => body.includes('"expireTime":"')),
    strikes: 3,
    found: /its key does not last|does not go with the way back|stays for ever/,
  },
  'a vault that lets go what is to stay': {
    by: deaf('secretmanager.googleapis.com', (body) => !body.includes('"expireTime":"')),
    strikes: 3,
    found: /its key is lost|its key will be destroyed/,
  },
  'a topic that loses what it took': {
    by: deaf('pubsub.googleapis.com', tellsOfHealth),
    strikes: 2,
    found: /changed \d+ times, told 0 times/,
  },
  'a store that is down for a while': {
    by: failing('firestore.googleapis.com', { after: 60, requests: 40 }),
    strikes: 40,
    found: /: 50\d /,
  },
};

interface Commit {
  writes?: { update?: { name: string }; delete?: string }[];
}

/** Every so many commits lose their writes to these documents, and are answered like all others. */
function forgetting(of: (document: string) => boolean, every: number): Broken['by'] {
  let met = 0;
  return (strike) => (host, listener) =>
    host !== 'firestore.googleapis.com'
      ? listener
      : withBody(listener, ({ url = '' }, body) => {
          if (!url.includes(':commit')) return body;
          const { writes = [], ...commit } = JSON.parse(body) as Commit;
          const lost = writes.filter((write) => of(write.update?.name ?? write.delete ?? ''));
          if (lost.length > 0) met += 1;
          if (lost.length === 0 || met % every !== 0) return body;
          strike();
          return JSON.stringify({
            ...commit,
            writes: writes.filter((write) => !lost.includes(write)),
          });
        });
}

/** A host that answers that it is done, and does nothing. */
function deaf(at: string, to: (body: string) => boolean): Broken['by'] {
  return (strike) => (host, listener) =>
    host !== at
      ? listener
      : withBody(listener, ({ method }, body, httpResponse) => {
          const changes = method === 'PATCH' || at === 'pubsub.googleapis.com';
          if (!changes || !to(body)) return body;
          strike();
          httpResponse.writeHead(200, { 'content-type': 'application/json' });
          httpResponse.end(at === 'pubsub.googleapis.com' ? '{"messageIds":["1"]}' : '{}');
          return undefined;
        });
}

/** Refuses so many in a row, once: what heals and judges afterwards finds it well. */
function failing(
  at: string,
  { after, requests }: { after: number; requests: number },
): Broken['by'] {
  let met = 0;
  return (strike) => (host, listener) =>
    host !== at
      ? listener
      : withBody(listener, (_httpRequest, body, httpResponse) => {
          met += 1;
          if (met <= after || met > after + requests) return body;
          strike();
          const error = { code: 403, status: 'PERMISSION_DENIED', message: 'No.' };
          httpResponse.writeHead(403, { 'content-type': 'application/json' });
          httpResponse.end(JSON.stringify({ error }));
          return undefined;
        });
}

/** Hands on another body in place of the one that came; none where it was answered already. */
function withBody(
  listener: RequestListener,
  change: (
    httpRequest: IncomingMessage,
    body: string,
    answer: ServerResponse,
  ) => string | undefined,
): RequestListener {
  return (httpRequest, httpResponse) => {
    void text(httpRequest).then(
      (body) => {
        const changed = change(httpRequest, body, httpResponse);
        if (changed !== undefined) listener(requestAgain(httpRequest, changed), httpResponse);
      },
      () => undefined, // who asked is gone
    );
  };
}

/** Of all that a topic is given, what is judged afterwards. */
function tellsOfHealth(body: string): boolean {
  const { messages = [] } = JSON.parse(body) as { messages?: { data?: string }[] };
  return messages.some(({ data = '' }) =>
    Buffer.from(data, 'base64').includes('connector.health.changed'),
  );
}
