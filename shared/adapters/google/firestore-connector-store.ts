import type { DocumentReference, Firestore, Query } from '@google-cloud/firestore';
import type { ConnectorStore } from '../../ports/connector-store.ts';
import { readAnnouncement } from '../../schemas/announcement.ts';
import { change } from '../../schemas/connector.ts';
import type { WorkspaceId } from '../../schemas/identifiers.ts';
import { readStored } from '../../schemas/read-stored.ts';
import { connectorRecord, keyRecord, validationRecord } from '../../schemas/records.ts';
import { oldestAnnouncements } from './firestore-announcements.ts';
import { firestoreCalls } from './firestore-calls.ts';
import { documentsOf, livingData } from './firestore-documents.ts';
import {
  connectorsOfKey,
  deletedConnectors,
  dueConnectors,
  keyElsewhere,
  newestChanges,
  pageOf,
} from './firestore-connector-queries.ts';
import { firestoreDrawer } from './firestore-drawer.ts';
import { dueOf, keyUseOf } from './firestore-excerpts.ts';
import { fleetHealthOf, healthOf } from './firestore-health.ts';
import { firestorePermissions } from './firestore-permissions.ts';

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
  const records = async (query: Query) =>
    (await list(query)).map((document) => readStored(connectorRecord, document.get('record')));
  const asking = {
    count: async (query: Query) => (await calls(listing, () => query.count().get())).data().count,
    first: async (query: Query) => (await records(query))[0],
  };
  return {
    async connector(workspace, id) {
      const data = await get(of(workspace).connector(id));
      const record = data && readStored(connectorRecord, data.record);
      return record?.deletedAt === undefined ? record : undefined;
    },
    async connectors(workspace, query) {
      return records(pageOf(of(workspace).connectors, query));
    },
    async deletedConnectors(workspace, query) {
      return records(deletedConnectors(of(workspace).connectors, query, now()));
    },
    async healthSummary(workspace) {
      return healthOf(of(workspace).connectors, asking);
    },
    async fleetHealth(at) {
      return fleetHealthOf(firestore, at, asking);
    },
    async belongings(workspace, id) {
      const { keys, names } = of(workspace);
      const [owned, borne] = await Promise.all(
        [keys, names].map(async (all) =>
          list(all.where('connectorId', '==', id).limit(mostBelongings)),
        ),
      );
      return {
        keys: (owned ?? [])
          .map((document) => livingData(document, now()))
          .filter((data) => data !== undefined)
          .map((data) => readStored(keyRecord, data.record)),
        foldedNames: (borne ?? []).map((document) => String(document.get('foldedName'))),
      };
    },
    async connectorsOfKey(workspace, fingerprint) {
      const documents = await list(connectorsOfKey(of(workspace).connectors, fingerprint));
      return documents.map(keyUseOf);
    },
    async keyIsElsewhere(workspace, fingerprint) {
      const queries = keyElsewhere(firestore, of(workspace), fingerprint);
      const found = await Promise.all(queries.map(async (query) => list(query)));
      return found.flat().length > 0;
    },
    async due({ at, limit, after }) {
      const from = after && of(after.workspace).connector(after.connectorId).path;
      const page = dueConnectors(firestore, { at, limit, after }, from);
      return (await list(page)).map(dueOf);
    },
    async changes(workspace, id, query) {
      // They expire in the order in which they were made: what is missing from a page is missing from all that follow.
      return (await list(newestChanges(of(workspace).changes(id), query)))
        .map((document) => livingData(document, now()))
        .filter((data) => data !== undefined)
        .map((data) => readStored(change, data.change));
    },
    async announcements(query) {
      const documents = await list(oldestAnnouncements(firestore, query));
      return documents.map((document) => readAnnouncement(document.get('event')));
    },
    async announced({ id, data }) {
      await calls(deleting, () => of(data.workspace).announcement(id).delete());
    },
    async key(workspace, id) {
      const data = await get(of(workspace).key(id));
      return data && readStored(keyRecord, data.record);
    },
    async validation(workspace, id) {
      const data = await get(of(workspace).validation(id));
      return data && readStored(validationRecord, data.record);
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

const mostBelongings = 100;
/** As many as there is time for: of those who want the same record at once, each gets it in the end. */
const maxAttempts = 10;
const reading = { operation: 'firestore.get', permission: firestorePermissions.get };
const listing = { operation: 'firestore.query', permission: firestorePermissions.list };
const deleting = { operation: 'firestore.delete', permission: firestorePermissions.delete };
const committing = { operation: 'firestore.transaction', permission: firestorePermissions.update };
