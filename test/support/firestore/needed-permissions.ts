import type { FirestoreRequest, FirestoreWrite } from './read-request.ts';
import type { Recorded } from './recorded-store.ts';

/** What Firestore asks of whoever makes a call (https://cloud.google.com/firestore/docs/security/iam). */
const permissionsOf = {
  batchGet: ['datastore.entities.get'],
  runQuery: ['datastore.entities.get', 'datastore.entities.list'],
  runAggregationQuery: ['datastore.entities.get', 'datastore.entities.list'],
  beginTransaction: ['datastore.databases.get'],
  rollback: ['datastore.databases.get'],
  /** Of nothing; what is written asks for more. */
  commit: ['datastore.databases.get'],
} as const;
const transacting = permissionsOf.beginTransaction;

function writePermissions({ update, delete: deleted, currentDocument }: FirestoreWrite) {
  if (deleted !== undefined) return ['datastore.entities.delete'];
  if (!update) throw new Error('This write is none that is known here.');
  if (currentDocument?.exists === false) return ['datastore.entities.create'];
  if (currentDocument?.exists === true) return ['datastore.entities.update'];
  return ['datastore.entities.create', 'datastore.entities.update'];
}

/** Which permissions each method of a port was seen to need, as `ConnectorStore.key`. */
export function neededPermissions(recorded: Recorded[]): Map<string, Set<string>> {
  const needed = new Map<string, Set<string>>();
  const need = (method: string, permissions: readonly string[]) => {
    const sofar = needed.get(method) ?? new Set();
    needed.set(method, new Set([...sofar, ...permissions]));
  };
  for (const { request, method } of recorded) {
    const { name: transaction } = method.transaction ?? method;
    if (begins(request)) need(transaction, transacting);
    if (request.rpc !== 'commit' || request.body.writes.length === 0)
      need(method.name, permissionsOf[request.rpc]);
    else
      for (const [place, write] of request.body.writes.entries())
        need(method.puts[place] ?? method.name, writePermissions(write));
  }
  return needed;
}

/** A first read may begin a transaction by itself. */
function begins({ body }: FirestoreRequest): boolean {
  return 'newTransaction' in body && body.newTransaction !== undefined;
}
