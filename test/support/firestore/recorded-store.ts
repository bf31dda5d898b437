import { AsyncLocalStorage } from 'node:async_hooks';
import { Firestore, type Settings } from '@google-cloud/firestore';
import { PassThroughClient } from 'google-auth-library';
import {
  firestoreConnectorStore,
  type FirestoreConnectorStoreOptions,
} from '../../../shared/adapters/google/firestore-connector-store.ts';
import type { ConnectorStore, Drawer } from '../../../shared/ports/connector-store.ts';
import { type FirestoreRequest, readRequest } from './read-request.ts';

/** One request as it left for Firestore, and in which method of which port it was made. */
export interface Recorded {
  request: FirestoreRequest;
  method: Method;
}

export interface Method {
  /** As `ConnectorStore.key`. */
  name: string;
  /** In whose work it was called, where it is a drawer's. */
  transaction?: Method;
  /** Which methods of its drawer put something in, in their order: so the commit writes it. */
  puts: string[];
}

const underWay = new AsyncLocalStorage<Method>();

/** Firestore over REST, as the functions have it; each request is told before it is sent. */
export function recordedFirestore(
  place: { projectId: string; host: string },
  tell: (recorded: Recorded) => void,
): Firestore {
  class Recorder extends PassThroughClient {
    override async request<T>(request: Parameters<PassThroughClient['request']>[0]) {
      const method = underWay.getStore();
      const { url, body } = request as { url: URL | string; body: string };
      if (!method) throw new Error(`No method of a port asked for ${String(url)}.`);
      const so = { ...method, puts: [...method.puts] }; // the next attempt begins anew
      tell({ request: readRequest(new URL(url), body), method: so });
      return this.transporter.request<T>(request);
    }
  }
  const settings = { ...place, ssl: false, preferRest: true, ignoreUndefinedProperties: true };
  const forItsClient = { authClient: new Recorder() }; // handed on, though the type of settings has it not
  return new Firestore({ ...settings, ...forItsClient } satisfies Settings);
}

/** The store, each of whose requests is known as one of the method in which it is made. */
export function recordedStore(options: FirestoreConnectorStoreOptions): ConnectorStore {
  const store = firestoreConnectorStore(options);
  return watched(store, (name, call) =>
    underWay.run({ name: `ConnectorStore.${name}`, puts: [] }, call),
  );
}

type Around = (name: string, call: () => unknown) => unknown;

function watched<Port extends object>(port: Port, around: Around): Port {
  return new Proxy(port, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => around(String(name), () => method(...given.map(inItsTurn)));
    },
  });
}

/** What is given to a transaction: its work, whose drawer is watched in turn. */
function inItsTurn(given: unknown): unknown {
  if (typeof given !== 'function') return given;
  const work = given as (drawer: Drawer) => Promise<unknown>;
  return async (drawer: Drawer) => {
    const transaction = underWay.getStore();
    if (!transaction) throw new Error('A drawer was opened outside of a transaction.');
    transaction.puts = []; // it may come again
    const drawn = watched(drawer, (method, call) => {
      const name = `Drawer.${method}`;
      const read = underWay.run({ name, transaction, puts: [] }, call);
      if (read === undefined) transaction.puts.push(name);
      return read;
    });
    return work(drawn);
  };
}
