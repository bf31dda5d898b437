import {
  type DocumentReference,
  type DocumentSnapshot,
  FieldPath,
  type Firestore,
  type Query,
} from '@google-cloud/firestore';
import type { ConnectorStore } from '../../ports/connector-store.ts';
import { change } from '../../schemas/connector.ts';
import { healthSummary, listedHealth } from '../../schemas/health.ts';
import { healthEvent } from '../../schemas/health-event.ts';
import type { WorkspaceId } from '../../schemas/identifiers.ts';
import { connectorRecord, keyRecord, validationRecord } from '../../schemas/records.ts';
import { oldestAnnouncements } from './firestore-announcements.ts';
import { firestoreCalls } from './firestore-calls.ts';
import { documentsOf, livingData } from './firestore-documents.ts';
import {
  connectorsOfKey,
  deletedConnectors,
  dueConnectors,
  pageOf,
} from './firestore-connector-queries.ts';
import { firestoreDrawer } from './firestore-drawer.ts';

export interface FirestoreConnectorStoreOptions {
  /** With `ignoreUndefinedProperties`: what a record does not have is not written. */
  firestore: Firestore;
  now: () => Date;
  /** So long one call may take with all that its client repeats. */
  waitMs?: number;
}

/** Records in Firestore (native mode). Its client runs a transaction again when another one came first. */
export function firestoreConnectorStore({
  firestore,
  now,
  waitMs,
}: FirestoreConnectorStoreOptions): ConnectorStore {
  const of = (workspace: WorkspaceId) => documentsOf(firestore, workspace);
  const calls = firestoreCalls(firestore.databaseId, waitMs);
  const get = async (document: DocumentReference) =>
    livingData(await calls(reading, () => document.get()), now());
  const list = async (query: Query) => (await calls(listing, () => query.get())).docs;
  return {
    async connector(workspace, id) {
      const data = await get(of(workspace).connector(id));
      const record = data && connectorRecord.parse(data.record);
      return record?.deletedAt === undefined ? record : undefined;
    },
    async connectors(workspace, query) {
      const documents = await list(pageOf(of(workspace).connectors, query));
      return documents.map((document) => connectorRecord.parse(document.get('record')));
    },
    async deletedConnectors(workspace, query) {
      const documents = await list(deletedConnectors(of(workspace).connectors, query, now()));
      return documents.map((document) => connectorRecord.parse(document.get('record')));
    },
    async healthSummary(workspace) {
      const { connectors } = of(workspace);
      const oldest = connectors.orderBy('unknownSince').limit(1);
      const [counts, unknown] = await Promise.all([
        Promise.all(
          listedHealth.options.map(async (state) => {
            const some = connectors.where('living', '==', true).where('health', '==', state);
            const counted = await calls(listing, () => some.count().get());
            return [state, counted.data().count] as const;
          }),
        ),
        list(oldest),
      ]);
      const since = unknown[0] && connectorRecord.parse(unknown[0].get('record')).health.since;
      return healthSummary.parse({
        ...Object.fromEntries(counts),
        ...(since !== undefined && { oldestUnknownSince: since }),
      });
    },
    async connectorsOfKey(fingerprint) {
      const documents = await list(connectorsOfKey(firestore, fingerprint));
      return documents.map((document) => {
        const { connectorId, keyId, name } = connectorRecord.parse(document.get('record'));
        return { workspace: workspaceOf(document), connectorId, keyId, name };
      });
    },
    async due({ at, limit, after }) {
      const from = after && of(after.workspace).connector(after.connectorId).path;
      const page = dueConnectors(firestore, { at, limit, after }, from);
      return (await list(page)).map((document) => {
        const { connectorId, nextCheckAt = '' } = connectorRecord.parse(document.get('record'));
        return { workspace: workspaceOf(document), connectorId, nextCheckAt };
      });
    },
    async changes(workspace, id, { limit, after }) {
      const ordered = of(workspace)
        .changes(id)
        .orderBy('at', 'desc')
        .orderBy(FieldPath.documentId(), 'desc')
        .limit(limit);
      const page = after ? ordered.startAfter(Date.parse(after.at), after.changeId) : ordered;
      // They expire in the order in which they were made: what is missing from a page is missing from all that follow.
      return (await list(page))
        .map((document) => livingData(document, now()))
        .filter((data) => data !== undefined)
        .map((data) => change.parse(data.change));
    },
    async announcements(query) {
      const documents = await list(oldestAnnouncements(firestore, query));
      return documents.map((document) => healthEvent.parse(document.get('event')));
    },
    async announced({ id, data }) {
      await calls(deleting, () => of(data.workspace).announcement(id).delete());
    },
    async key(workspace, id) {
      const data = await get(of(workspace).key(id));
      return data && keyRecord.parse(data.record);
    },
    async validation(workspace, id) {
      const data = await get(of(workspace).validation(id));
      return data && validationRecord.parse(data.record);
    },
    async transaction(workspace, work) {
      const documents = of(workspace);
      return calls(committing, (over) =>
        firestore.runTransaction(
          async (transaction) => {
            over.throwIfAborted(); // the client may come again after the caller was told that nothing was done
            const outcome = await work(firestoreDrawer(transaction, documents, now()));
            over.throwIfAborted();
            return outcome;
          },
          { maxAttempts },
        ),
      );
    },
  };
}

/** As many as there is time for: of those who want the same record at once, each gets it in the end. */
const maxAttempts = 10;
const reading = { operation: 'firestore.get', permission: 'datastore.entities.get' };
const listing = { operation: 'firestore.query', permission: 'datastore.entities.list' };
const deleting = { operation: 'firestore.delete', permission: 'datastore.entities.delete' };
const committing = { operation: 'firestore.transaction', permission: 'datastore.entities.update' };

/** `workspaces/{workspace}/connectors/{connectorId}` */
function workspaceOf({ ref }: DocumentSnapshot): WorkspaceId {
  return ref.path.split('/')[1] ?? '';
}
